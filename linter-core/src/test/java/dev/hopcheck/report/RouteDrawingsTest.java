package dev.hopcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.engine.LintRequest;
import dev.hopcheck.engine.Simulation;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Drawings of routes whose structure is ours, whatever the names are. */
class RouteDrawingsTest {
  private static final String MERMAID_LINE =
      "flowchart LR|%% not read: [^%]*|  end|  subgraph u\\d+\\[\"TEXT\"\\]|"
          + "  u\\d+n\\d+[(\\[{/]+\"TEXT\"[)\\]}/]+(:::missing)?|"
          + "  u\\d+n\\d+ (-->|-\\.-x)(\\|\"TEXT\"\\|)? u\\d+n\\d+|"
          + "  classDef missing [a-z#0-9:, -]+|  linkStyle \\d+ stroke:#c00,color:#c00";

  private static final String MERMAID_TEXT = "(?:[A-Za-z0-9 .,/_()-]|<br/>|#\\d+;)*";

  private static final Pattern DOT_LABEL = Pattern.compile("label=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static Simulation simulation(String name) throws Exception {
    String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String text =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: "NAME", namespace: shop}
        spec:
          type: ExternalName
          externalName: "NAME"
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: "NAME", namespace: shop}
        spec:
          rules:
            - host: "NAME"
              http:
                paths:
                  - path: "NAME"
                    pathType: Exact
                    backend: {service: {name: "NAME", port: {number: 80}}}
                  - path: /gone
                    pathType: Exact
                    backend: {service: {name: gone, port: {number: 80}}}
        """
            .replace("NAME", quoted);
    return Simulation.of(
        LintRequest.ofTexts(List.of(SourceFile.of("a.yaml", text))).build(), null, null);
  }

  private static String mermaid(Simulation simulation) throws Exception {
    StringBuilder text = new StringBuilder();
    RoutesMermaid.write(simulation, text);
    return text.toString();
  }

  private static String dot(Simulation simulation) throws Exception {
    StringBuilder text = new StringBuilder();
    RoutesDot.write(simulation, text);
    return text.toString();
  }

  @Test
  void drawsWaysAndMarksWhatIsBroken() throws Exception {
    Simulation simulation = simulation("web");
    assertThat(mermaid(simulation))
        .contains("((\"outside\"))")
        .contains("{{\"Ingress shop/web\"}}")
        .contains("[\"no Service shop/gone\"]:::missing\n")
        .contains(" -.-x|\"web /gone to port 80\"| ")
        .contains("  linkStyle 2 stroke:#c00");
    assertThat(dot(simulation))
        .contains("[label=\"Ingress shop/web\", shape=hexagon];\n")
        .contains("[label=\"web /gone to port 80\", style=dashed, color=red, arrowhead=tee];\n");
  }

  @Test
  void saysWhatIsTooMuchToDraw() throws Exception {
    StringBuilder services = new StringBuilder();
    for (int i = 0; i < 501; i++) {
      services.append("---\n{apiVersion: v1, kind: Service, metadata: {name: s").append(i);
      services.append("}, spec: {type: ExternalName, externalName: a}}\n");
    }
    SourceFile file = SourceFile.of("a.yaml", services.toString());
    assertThat(mermaid(Simulation.of(LintRequest.ofTexts(List.of(file)).build(), null, null)))
        .startsWith("flowchart LR\n%% 501 edges, of which hosts draw at most 500;");
  }

  @Property(tries = 200)
  void robustness87MermaidHoldsNothingButLabels(
      @ForAll
          @NotBlank
          @StringLength(max = 24)
          @Chars({
            '"', '\'', '[', ']', '(', ')', '{', '}', '<', '>', '|', ';', '%', '#', '&', '`', ':',
            '-', '=', '\n', 'e', 'n', 'd', ' ', '/', '\u00e9'
          })
          String name)
      throws Exception {
    Pattern line = Pattern.compile(MERMAID_LINE.replace("TEXT", MERMAID_TEXT));
    int lines = 0;
    for (String each : mermaid(simulation(name)).split("\n")) {
      assertThat(each).matches(line);
      lines++;
    }
    assertThat(lines).isGreaterThan(5);
  }

  @Property(tries = 200)
  void robustness88DotHoldsNothingButLabels(
      @ForAll
          @NotBlank
          @StringLength(max = 24)
          @Chars({
            '"', '\\', '[', ']', '<', '>', '=', ';', '&', 'N', 'n', '\n', ' ', ',', '}', '/', '*',
            '#', '\u00e9'
          })
          String name)
      throws Exception {
    String text = dot(simulation(name));
    List<String> labels = new ArrayList<>();
    Matcher label = DOT_LABEL.matcher(text);
    while (label.find()) {
      labels.add(unquoted(label.group(1)));
    }
    String shown = Visible.line(name);
    assertThat(labels)
        .contains(shown, "Ingress shop/" + shown, shown + " " + shown + " to port 80");
    for (String line : label.replaceAll("label=L").split("\n")) {
      assertThat(line)
          .matches(
              "digraph routes \\{|  rankdir=LR;|  node \\[shape=box\\];|\\}|"
                  + "  u0n\\d+( -> u0n\\d+)? \\[label=L(, [a-z]+=[a-z]+)*\\];");
    }
  }

  /** What Graphviz shows for a quoted text of one line. */
  private static String unquoted(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(c == '\\' ? text.charAt(++i) : c);
    }
    return shown.toString().replace("&amp;", "&");
  }
}
