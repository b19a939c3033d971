package dev.hopcheck.engine;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.config.Configuration;
import dev.hopcheck.config.Limit;
import dev.hopcheck.config.Limits;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.yaml.YamlLimits;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked, and how.
 *
 * @param paths files, folders or {@code -}, as typed; empty for the base itself
 * @param texts manifests that lie in no file, checked as if they were named
 * @param base the folder from which relative paths are meant
 * @param standardInput what {@code -} reads; null where there is none
 * @param unit how files are put together; null: each folder by itself, and named files as one
 * @param withNeighbours whether the folders of named files are read whole
 * @param closed whether the input is all there is
 * @param allowEmpty whether a run that finds no file is complete
 * @param requireSchemas whether a resource without a schema makes the run incomplete
 * @param inlineSuppressions whether comments may silence rules
 * @param namespace where objects without one go; null: the only one of the unit, else {@code
 *     default}
 * @param version the API server's version
 * @param schemas files and folders with definitions or JSON Schemas of custom resources
 * @param failOn findings of this severity or more fail the run; null for never
 * @param limits bounds of the run
 * @param jobs number of threads, at least 1
 * @param today for suppressions that end; null: SOURCE_DATE_EPOCH, else the clock
 * @param networks whether the result keeps the units' networks, for pictures of them
 * @param adoption what configuration, baseline and version control say
 * @param progress told how many files are done; called from several threads
 */
public record LintRequest(
    List<String> paths,
    List<SourceFile> texts,
    Path base,
    @Nullable InputStream standardInput,
    Units.@Nullable Mode unit,
    boolean withNeighbours,
    boolean closed,
    boolean allowEmpty,
    boolean requireSchemas,
    boolean inlineSuppressions,
    @Nullable String namespace,
    KubernetesVersion version,
    List<String> schemas,
    @Nullable Severity failOn,
    Limits limits,
    int jobs,
    @Nullable LocalDate today,
    boolean networks,
    Adoption adoption,
    Progress progress) {
  public LintRequest {
    paths = List.copyOf(paths);
    texts = List.copyOf(texts);
    schemas = List.copyOf(schemas);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs are at least 1");
    }
  }

  /** Bounds of reading files. */
  SourceLimits sourceLimits() {
    return limits.source();
  }

  /** Bounds of reading documents. */
  YamlLimits yamlLimits() {
    return limits.yaml();
  }

  /** After so many seconds nothing new is begun. */
  int timeoutSeconds() {
    return limits.count(Limit.RUN_TIME);
  }

  /** The same for other paths, put together in another way. */
  LintRequest with(List<String> otherPaths, Units.@Nullable Mode otherUnit) {
    return new LintRequest(
        otherPaths,
        texts,
        base,
        standardInput,
        otherUnit,
        withNeighbours,
        closed,
        allowEmpty,
        requireSchemas,
        inlineSuppressions,
        namespace,
        version,
        schemas,
        failOn,
        limits,
        jobs,
        today,
        networks,
        adoption,
        progress);
  }

  /** The same without baseline, revision and networks, and nobody is told how far it is. */
  LintRequest withoutHistory() {
    return new LintRequest(
        paths,
        texts,
        base,
        standardInput,
        unit,
        withNeighbours,
        closed,
        allowEmpty,
        requireSchemas,
        inlineSuppressions,
        namespace,
        version,
        schemas,
        failOn,
        limits,
        jobs,
        today,
        false,
        new Adoption(adoption.configuration(), adoption.facts(), null, null),
        Progress.NONE);
  }

  /** Is told how far a run is. */
  @FunctionalInterface
  public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, all) -> {};

    /** So many files of all are read. */
    void files(int done, int all);
  }

  /** A request for paths, with all else as it is by default. */
  public static Builder of(List<String> paths) {
    return new Builder(paths, List.of());
  }

  /** A request for manifests that lie in no file, with all else as it is by default. */
  public static Builder ofTexts(List<SourceFile> texts) {
    return new Builder(List.of(), texts);
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {
    private final List<String> paths;
    private final List<SourceFile> texts;
    private Path base = Path.of("");
    private @Nullable InputStream standardInput;
    private Units.@Nullable Mode unit;
    private boolean withNeighbours;
    private boolean closed;
    private boolean allowEmpty;
    private boolean requireSchemas;
    private boolean inlineSuppressions = true;
    private @Nullable String namespace;
    private @Nullable KubernetesVersion version;
    private List<String> schemas = List.of();
    private @Nullable Severity failOn = Severity.ERROR;
    private Limits limits = Limits.DEFAULT;
    private @Nullable Limits configured;
    private int jobs = Runtime.getRuntime().availableProcessors();
    private @Nullable LocalDate today;
    private boolean networks;
    private Adoption adoption = Adoption.NONE;
    private boolean thresholdGiven;
    private Progress progress = Progress.NONE;

    private Builder(List<String> paths, List<SourceFile> texts) {
      this.paths = paths;
      this.texts = texts;
    }

    /** Sets the folder from which relative paths are meant. */
    public Builder base(Path value) {
      base = value;
      return this;
    }

    /** Sets what {@code -} reads. */
    public Builder standardInput(InputStream value) {
      standardInput = value;
      return this;
    }

    /** Sets how files are put together: {@code folder}, {@code file} or {@code all}. */
    public Builder unit(String word) throws UsageException {
      unit = OptionValues.unit(word);
      return this;
    }

    /** Sets whether the folders of named files are read whole. */
    public Builder withNeighbours(boolean value) {
      withNeighbours = value;
      return this;
    }

    /** Sets whether the input is all there is. */
    public Builder closed(boolean value) {
      closed = value;
      return this;
    }

    /** Sets whether a run that finds no file is complete. */
    public Builder allowEmpty(boolean value) {
      allowEmpty = value;
      return this;
    }

    /** Sets whether a resource without a schema makes the run incomplete. */
    public Builder requireSchemas(boolean value) {
      requireSchemas = value;
      return this;
    }

    /** Sets whether comments may silence rules. */
    public Builder inlineSuppressions(boolean value) {
      inlineSuppressions = value;
      return this;
    }

    /** Sets where objects without a namespace go; null for the default. */
    public Builder namespace(@Nullable String value) {
      namespace = value;
      return this;
    }

    /** Sets the API server's version, such as {@code 1.31}. */
    public Builder version(String text) throws UsageException {
      version = OptionValues.version(text);
      return this;
    }

    /** Sets files and folders with definitions or JSON Schemas of custom resources. */
    public Builder schemas(List<String> value) {
      schemas = value;
      return this;
    }

    /** Sets the threshold; null for never. */
    public Builder failOn(@Nullable Severity value) {
      failOn = value;
      thresholdGiven = true;
      return this;
    }

    /** Sets bounds of the run, each given as {@code NAME=VALUE}; see {@link Limit}. */
    public Builder limits(List<String> texts) throws UsageException {
      for (String text : texts) {
        limits = OptionValues.limit(text, limits);
      }
      return this;
    }

    /** Sets the number of threads. */
    public Builder jobs(int value) {
      jobs = value;
      return this;
    }

    /** Sets after how many seconds nothing new is begun. */
    public Builder timeoutSeconds(int value) {
      limits = limits.with(Limit.RUN_TIME, value);
      return this;
    }

    /** Sets the day by which suppressions end, such as {@code 2027-01-31}. */
    public Builder today(String text) throws UsageException {
      today = OptionValues.date(text);
      return this;
    }

    /** Sets whether the result keeps the units' networks, for pictures of them. */
    public Builder networks(boolean value) {
      networks = value;
      return this;
    }

    /** The threshold as it is now; null for never. */
    public @Nullable Severity threshold() {
      return failOn;
    }

    /** Bytes of one expectation or question, as it is now. */
    public int longestQuery() {
      return all().count(Limit.QUERY_SIZE);
    }

    /** Bytes of one file, as it is now. */
    public int longestFile() {
      return all().count(Limit.FILE_SIZE);
    }

    private Limits all() {
      return configured == null ? limits : limits.or(configured);
    }

    List<String> paths() {
      return paths;
    }

    Path base() {
      return base;
    }

    /**
     * Sets what was read beside the manifests. What the request itself says wins over the
     * configuration.
     */
    Builder adoption(Adoption value) throws UsageException {
      adoption = value;
      Configuration given = value.configuration();
      if (given != null) {
        configured(given);
      }
      return this;
    }

    private void configured(Configuration given) throws UsageException {
      configured = given.limits();
      unit = unit == null ? given.unit() : unit;
      closed |= given.closed();
      namespace = namespace == null ? given.namespace() : namespace;
      String number = given.version();
      if (version == null && number != null) {
        version(number);
      }
      String threshold = given.failOn();
      if (!thresholdGiven && threshold != null) {
        failOn = OptionValues.failOn(threshold);
      }
      if (!given.schemas().isEmpty()) {
        List<String> all = new ArrayList<>(schemas);
        all.addAll(given.schemas());
        schemas = all;
      }
    }

    /** Sets who is told how far the run is. */
    public Builder progress(Progress value) {
      progress = value;
      return this;
    }

    /** The request. */
    public LintRequest build() {
      return new LintRequest(
          paths,
          texts,
          base,
          standardInput,
          unit,
          withNeighbours,
          closed,
          allowEmpty,
          requireSchemas,
          inlineSuppressions,
          namespace,
          version == null ? KubernetesVersion.NEWEST : version,
          schemas,
          failOn,
          all(),
          jobs,
          today,
          networks,
          adoption,
          progress);
    }
  }
}
