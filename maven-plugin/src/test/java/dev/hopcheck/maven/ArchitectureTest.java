package dev.hopcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plugin hands on; it knows the engine, the reports and what passes between them. */
class ArchitectureTest {
  private static final Set<String> KNOWN =
      Set.of(
          "dev.hopcheck.maven",
          "dev.hopcheck.engine",
          "dev.hopcheck.report",
          "dev.hopcheck.source",
          "dev.hopcheck.finding",
          "dev.hopcheck.trace",
          "dev.hopcheck.rule");

  @Test
  void knowsOnlyTheDoors() {
    JavaClasses shell =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hopcheck.maven");
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : shell) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (target.startsWith("dev.hopcheck.") && !KNOWN.contains(target)) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(shell).isNotEmpty();
    assertThat(wrong).isEmpty();
  }
}
