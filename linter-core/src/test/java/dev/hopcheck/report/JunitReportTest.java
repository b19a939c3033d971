package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.source.SourceFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** JUnit XML that a parser reads and that has the elements CI servers know. */
class JunitReportTest {
  /** What the schemas of CI servers have in common, written down here. */
  private static final String COMMON =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:attributeGroup name="counts">
          <xs:attribute name="name" type="xs:string" use="required"/>
          <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
          <xs:attribute name="failures" type="xs:nonNegativeInteger"/>
          <xs:attribute name="errors" type="xs:nonNegativeInteger"/>
        </xs:attributeGroup>
        <xs:complexType name="outcome" mixed="true">
          <xs:attribute name="message" type="xs:string"/>
          <xs:attribute name="type" type="xs:string"/>
        </xs:complexType>
        <xs:element name="testsuites">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded">
                      <xs:complexType>
                        <xs:choice minOccurs="0">
                          <xs:element name="skipped" type="outcome"/>
                          <xs:element name="error" type="outcome"/>
                          <xs:element name="failure" type="outcome"/>
                          <xs:element name="system-out" type="xs:string"/>
                        </xs:choice>
                        <xs:attribute name="name" type="xs:string" use="required"/>
                        <xs:attribute name="classname" type="xs:string" use="required"/>
                      </xs:complexType>
                    </xs:element>
                  </xs:sequence>
                  <xs:attributeGroup ref="counts"/>
                  <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
                  <xs:attribute name="file" type="xs:string"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
            <xs:attributeGroup ref="counts"/>
          </xs:complexType>
        </xs:element>
      </xs:schema>
      """;

  private static Document report(LintResult result) throws Exception {
    String text = Reported.write(ReportFormat.JUNIT, result);
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new StreamSource(new StringReader(COMMON)))
        .newValidator()
        .validate(new StreamSource(new StringReader(text)));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
    countsAreTrue(document.getDocumentElement());
    NodeList suites = document.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      countsAreTrue((Element) suites.item(i));
    }
    return document;
  }

  private static void countsAreTrue(Element element) {
    assertCount(element, "tests", "testcase");
    assertCount(element, "failures", "failure");
    assertCount(element, "errors", "error");
    if (element.getTagName().equals("testsuite")) {
      assertCount(element, "skipped", "skipped");
    }
  }

  private static void assertCount(Element element, String attribute, String child) {
    assertThat(element.getAttribute(attribute))
        .isEqualTo(Integer.toString(element.getElementsByTagName(child).getLength()));
  }

  private static List<String> suites(Document document) {
    List<String> names = new ArrayList<>();
    NodeList suites = document.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      names.add(((Element) suites.item(i)).getAttribute("name"));
    }
    return names;
  }

  @Test
  void aSuiteForEachFile() throws Exception {
    Document document =
        report(
            Reported.lint(
                Reported.file("./k8s/a.yaml", "web"),
                SourceFile.of("empty.yaml", ""),
                SourceFile.of(
                    "clean.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")));
    assertThat(suites(document))
        .containsExactly("clean.yaml", "empty.yaml", "hopcheck", "k8s/a.yaml");
    Element root = document.getDocumentElement();
    assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(root.getElementsByTagName("error").getLength()).isEqualTo(1);
    Element skipped = (Element) root.getElementsByTagName("skipped").item(2);
    assertThat(skipped.getAttribute("message")).isEqualTo("suppressed until 2027-01-31: web");
  }

  @Test
  void robustness84WellFormedWhateverTheTexts() throws Exception {
    Document document = report(Reported.hostile());
    for (String line : Reported.write(ReportFormat.JUNIT, Reported.hostile()).split("\n", -1)) {
      assertThat(line.strip()).doesNotStartWith("::").doesNotContain("\r");
    }
    assertThat(suites(document))
        .contains("half{U+D800}.yaml")
        .anyMatch(name -> name.contains("{U+FFFE}]]>&amp;") && name.contains("{U+001B}[31m"));
  }
}
