package dev.hopcheck.engine;

import dev.hopcheck.rule.Catalogue;

/** Checks manifests. One linter serves many requests, also at the same time. */
public final class Linter {
  private final Catalogue catalogue;

  /** A linter with the rules of a catalogue. */
  public Linter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A linter with all rules that lie beside the engine. */
  public static Linter installed() {
    return new Linter(Catalogue.installed());
  }

  /** All rules that it knows. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * A linter with the rules packaged with it; further lists on the class path are not looked for.
   */
  public static Linter packaged() {
    return new Linter(Catalogue.packaged());
  }

  /**
   * Checks what the request names.
   *
   * @throws LintAborted where the machine gave up and there is no verdict
   */
  public LintResult lint(LintRequest request) {
    return new LintRun(request, catalogue).run();
  }
}
