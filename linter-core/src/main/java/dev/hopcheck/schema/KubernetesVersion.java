package dev.hopcheck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A minor version of Kubernetes that built-in schemas exist for.
 *
 * @param minor the second number of {@code 1.36}; between {@link #OLDEST} and {@link #NEWEST}
 */
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {
  /** The oldest version known. */
  public static final KubernetesVersion OLDEST = new KubernetesVersion(28);

  /** The newest version known; the default. */
  public static final KubernetesVersion NEWEST = new KubernetesVersion(36);

  /**
   * Bounds of {@link #minor}, apart from the constants because they are checked while those are
   * made.
   */
  private static final int FIRST_MINOR = 28;

  private static final int LAST_MINOR = 36;

  public KubernetesVersion {
    if (minor < FIRST_MINOR || minor > LAST_MINOR) {
      throw new IllegalArgumentException("no schemas for Kubernetes 1." + minor);
    }
  }

  /**
   * Reads {@code 1.31}, {@code v1.31} or {@code v1.31.2-eks.1}; null for other text and versions
   * not known.
   */
  public static @Nullable KubernetesVersion parse(String text) {
    int at = text.startsWith("v") ? 1 : 0;
    if (!text.startsWith("1.", at)) {
      return null;
    }
    int minor = 0;
    int i = at + 2;
    int digits = 0;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9' && digits < 3) {
      minor = minor * 10 + (text.charAt(i) - '0');
      digits++;
      i++;
    }
    boolean ends =
        i == text.length()
            || text.charAt(i) == '.'
            || text.charAt(i) == '-'
            || text.charAt(i) == '+';
    return digits == 0 || !ends || minor < FIRST_MINOR || minor > LAST_MINOR
        ? null
        : new KubernetesVersion(minor);
  }

  /** Whether this version is that one or newer; {@code minor} of version 1. */
  public boolean isAtLeast(int other) {
    return minor >= other;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "1." + minor;
  }
}
