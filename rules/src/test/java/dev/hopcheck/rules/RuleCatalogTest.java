package dev.hopcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.SuppressionRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each rule is in its pack, is named after its class, and has cases. */
class RuleCatalogTest {
  private static final Catalogue CATALOGUE = Catalogue.installed();

  @Test
  void everyRuleIsInItsPack() {
    Set<String> written = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hopcheck.rules")) {
      boolean abstractType =
          type.isInterface() || type.getModifiers().contains(JavaModifier.ABSTRACT);
      if (type.isAssignableTo(Rule.class) && !abstractType) {
        written.add(type.getName());
      }
    }
    Set<String> offered = new TreeSet<>();
    for (Rule rule : CATALOGUE.rules()) {
      assertThat(offered.add(rule.getClass().getName())).as("once: %s", rule).isTrue();
    }
    assertThat(written).hasSizeGreaterThan(50).isEqualTo(offered);
  }

  @Test
  void idsAreTheNamesOfClasses() {
    for (Rule rule : CATALOGUE.rules()) {
      assertThat(rule.doc().id().value()).isEqualTo(kebab(rule.getClass().getSimpleName()));
    }
  }

  @Test
  void everyRuleHasAMarkedAndACleanCase() throws IOException {
    TreeMap<String, List<Boolean>> marked = new TreeMap<>();
    for (RuleCase one : RuleCase.all()) {
      boolean own = false;
      for (String expected : one.expected()) {
        own |= expected.endsWith(" " + one.rule());
      }
      marked.computeIfAbsent(one.rule(), id -> new ArrayList<>()).add(own);
    }
    assertThat(CATALOGUE.rules()).isNotEmpty();
    for (Rule rule : CATALOGUE.rules()) {
      String id = rule.doc().id().value();
      assertThat(marked.get(id)).as("cases of %s", id).contains(true, false);
    }
  }

  @Test
  void everyFolderHasARule() throws IOException {
    List<Path> folders = RuleCase.list(RuleCase.root());
    assertThat(folders).isNotEmpty();
    for (Path folder : folders) {
      assertThat(CATALOGUE.doc(folder.getFileName().toString())).as("%s", folder).isPresent();
    }
  }

  @Test
  void whatReadingAndAdmissionReportHasPages() {
    assertThat(InputRule.values()).isNotEmpty();
    for (InputRule rule : InputRule.values()) {
      assertThat(CATALOGUE.doc(rule.id().value())).as("page of %s", rule).isPresent();
    }
    Set<String> ids = new TreeSet<>();
    for (InputRule rule : InputRule.values()) {
      ids.add(rule.id().value());
    }
    // A rule may say of old versions what admission says of those that are served.
    for (Rule rule : CATALOGUE.rules()) {
      ids.add(rule.doc().id().value());
    }
    assertThat(CATALOGUE.docs()).hasSize(ids.size() + SuppressionRule.values().length);
  }

  private static String kebab(String name) {
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        kebab.append('-');
      }
      kebab.append(Character.toLowerCase(c));
    }
    return kebab.toString();
  }
}
