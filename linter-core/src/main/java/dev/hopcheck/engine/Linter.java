package dev.hopcheck.engine;

import dev.hopcheck.config.Configuration;
import dev.hopcheck.config.ConfigurationSchema;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.rule.Catalogue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Checks manifests. One linter serves many requests, also at the same time. */
public final class Linter {
  /** The configuration's name in the working directory. */
  public static final String CONFIGURATION = Configuration.NAME;

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
   * Reads configuration, facts of the cluster, baseline and changes, and makes the request heed
   * them. Paths and base must have been set.
   *
   * @return what the configuration says about showing findings; null where it says nothing
   */
  public @Nullable Severity adopt(LintRequest.Builder request, AdoptionOptions wanted)
      throws UsageException {
    Adoption read =
        new AdoptionReader(request.base(), () -> catalogue).read(wanted, request.paths());
    request.adoption(read);
    return read.configuration() == null ? null : read.configuration().show();
  }

  /**
   * Checks what the request names.
   *
   * @throws LintAborted where the machine gave up and there is no verdict
   */
  public LintResult lint(LintRequest request) {
    return Watch.over(request, () -> new LintRun(request, catalogue).run());
  }

  /** The JSON Schema of configurations, for editors. */
  public String configurationSchema() throws IOException {
    return ConfigurationSchema.text(catalogue);
  }

  /** Looks at what the request names, for a first configuration. */
  public Survey survey(LintRequest request) {
    return Watch.over(request, () -> Survey.of(request, catalogue));
  }
}
