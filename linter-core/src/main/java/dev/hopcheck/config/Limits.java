package dev.hopcheck.config;

import dev.hopcheck.schema.SchemaLimits;
import dev.hopcheck.source.SourceLimits;
import dev.hopcheck.yaml.YamlLimits;

/** A value for each {@link Limit}; immutable. */
public final class Limits {
  /** What counts where nothing is given. */
  public static final Limits DEFAULT = new Limits(new long[Limit.values().length]);

  /** By ordinal; 0 where none is given. */
  private final long[] given;

  private Limits(long[] given) {
    this.given = given;
  }

  /** The same with another value for one of them, which must be in its range. */
  public Limits with(Limit limit, long value) {
    if (value < 1 || value > limit.most()) {
      throw new IllegalArgumentException(limit.word() + " " + value);
    }
    long[] changed = given.clone();
    changed[limit.ordinal()] = value;
    return new Limits(changed);
  }

  /** These, and where one is not given here, that of others. */
  public Limits or(Limits others) {
    long[] joined = given.clone();
    for (int i = 0; i < joined.length; i++) {
      joined[i] = joined[i] == 0 ? others.given[i] : joined[i];
    }
    return new Limits(joined);
  }

  /** The value that counts. */
  public long of(Limit limit) {
    long value = given[limit.ordinal()];
    return value == 0 ? limit.usual() : value;
  }

  /** A value that never exceeds an {@code int}. */
  public int count(Limit limit) {
    return (int) Math.min(Integer.MAX_VALUE, of(limit));
  }

  /** Those of reading files. */
  public SourceLimits source() {
    return new SourceLimits(count(Limit.FILE_SIZE), of(Limit.RUN_SIZE), count(Limit.FILES));
  }

  /** Those of reading documents. */
  public YamlLimits yaml() {
    return new YamlLimits(
        count(Limit.DOCUMENT_SIZE),
        count(Limit.DEPTH),
        count(Limit.NODES),
        count(Limit.EXPANDED_NODES));
  }

  /** Those of judging custom resources. */
  public SchemaLimits schema() {
    return new SchemaLimits(
        count(Limit.SCHEMA_WORK),
        count(Limit.SCHEMA_FINDINGS),
        count(Limit.PATTERN_LENGTH),
        count(Limit.PATTERN_DEPTH),
        count(Limit.PATTERN_REPEAT),
        count(Limit.PATTERN_WORK));
  }
}
