package dev.hopcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What neither the core nor a rule calls: the console, the locale of the machine, slow formatting.
 */
class HabitsTest {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.exit(int)",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.format(java.util.Locale, java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()");

  private static final JavaClasses CORE_AND_RULES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hopcheck");

  @Test
  void looksAtCoreAndRules() {
    assertThat(CORE_AND_RULES.contain("dev.hopcheck.source.SourceFile")).isTrue();
    assertThat(CORE_AND_RULES.containPackage("dev.hopcheck.rules")).isTrue();
    assertThat(CORE_AND_RULES).hasSizeGreaterThan(30);
  }

  @Test
  void nothingForbiddenIsCalled() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : CORE_AND_RULES) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        if (FORBIDDEN.contains(access.getTarget().getFullName())) {
          wrong.add(access.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** {@code java.nio.file} says why reading failed and knows symbolic links. */
  @Test
  void filesAreNeverNamedByTheOldClass() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : CORE_AND_RULES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        if (dependency.getTargetClass().isEquivalentTo(File.class)) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
