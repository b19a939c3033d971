package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No class of the project can reach a network, run a script, log, read objects or load classes by
 * names of the input.
 */
class NothingOutsideTest {
  /** Names of classes and beginnings of such, each with what it would open. */
  private static final List<String> FORBIDDEN =
      List.of(
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.DatagramSocket",
          "java.net.InetAddress",
          "java.net.InetSocketAddress",
          "java.net.URL",
          "java.net.http.",
          "java.nio.channels.SocketChannel",
          "java.nio.channels.ServerSocketChannel",
          "java.nio.channels.DatagramChannel",
          "java.nio.channels.AsynchronousSocketChannel",
          "javax.net.",
          "javax.script.",
          "javax.naming.",
          "java.rmi.",
          "java.sql.",
          "java.util.logging.",
          "org.slf4j.",
          "java.lang.ClassLoader",
          "java.io.ObjectInputStream");

  /** Loads the packs of the list of rules that is packaged beside it, by names written there. */
  private static final List<String> LOADERS = List.of("dev.hopcheck.rule.Catalogue");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hopcheck");

  @Test
  void robustness90And116NoClassCanCallOut() {
    assertThat(ALL).hasSizeGreaterThan(300);
    assertThat(ALL).anyMatch(type -> type.getPackageName().startsWith("dev.hopcheck.rules"));
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : ALL) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getName();
        if (isForbidden(target) && !LOADERS.contains(type.getName())) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isForbidden(String target) {
    for (String name : FORBIDDEN) {
      if (name.endsWith(".") ? target.startsWith(name) : target.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
