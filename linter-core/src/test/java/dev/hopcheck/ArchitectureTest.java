package dev.hopcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The order of the core's packages and where each library may be used. */
class ArchitectureTest {
  private static final String ROOT = "dev.hopcheck.";

  /** A package may use only those before it. */
  private static final List<String> ORDER =
      List.of(
          "source",
          "finding",
          "yaml",
          "value",
          "schema",
          "admission",
          "resource",
          "cluster",
          "network",
          "trace",
          "query",
          "rule",
          "config",
          "engine",
          "report");

  /** The packages that may use a library, by the start of the library's class names. */
  private static final Map<String, Set<String>> CONFINED = new LinkedHashMap<>();

  static {
    CONFINED.put("org.snakeyaml.", Set.of("yaml"));
    CONFINED.put("com.networknt.", Set.of("schema"));
    CONFINED.put("tools.jackson.databind.", Set.of("schema"));
    CONFINED.put("tools.jackson.dataformat.", Set.of());
    CONFINED.put("tools.jackson.core.", Set.of("schema", "report"));
    CONFINED.put("com.fasterxml.", Set.of());
    CONFINED.put("org.antlr.", Set.of("query"));
    CONFINED.put("org.slf4j.", Set.of());
  }

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hopcheck");

  @Test
  void looksAtTheWholeCore() {
    assertThat(CORE).hasSizeGreaterThan(30);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CORE) {
      found.add(partOf(type));
    }
    assertThat(found).isNotEmpty().isSubsetOf(ORDER);
  }

  @Test
  void packagesUseOnlyThoseBeforeThem() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : CORE) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getName().startsWith(ROOT)
            && ORDER.indexOf(partOf(target)) > ORDER.indexOf(partOf(type))) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void librariesStayWhereTheyBelong() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : CORE) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getName();
        for (Map.Entry<String, Set<String>> library : CONFINED.entrySet()) {
          if (target.startsWith(library.getKey()) && !library.getValue().contains(partOf(type))) {
            wrong.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    Set<String> packages = new TreeSet<>();
    Set<String> described = new TreeSet<>();
    for (JavaClass type : CORE) {
      packages.add(type.getPackageName());
      if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
        described.add(type.getPackageName());
      }
    }
    assertThat(described).isNotEmpty().isEqualTo(packages);
  }

  /** The name behind the root package; packages below belong to it. */
  private static String partOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return name;
    }
    int end = name.indexOf('.', ROOT.length());
    return end < 0 ? name.substring(ROOT.length()) : name.substring(ROOT.length(), end);
  }
}
