package dev.hopcheck.source;

/**
 * How much is read at most.
 *
 * @param fileBytes of one file; the largest real one seen has 1.05 MB
 * @param runBytes of all files together
 * @param files number of files
 */
public record SourceLimits(int fileBytes, long runBytes, int files) {
  /** 32 MiB a file, 1 GiB a run, 200,000 files. */
  public static final SourceLimits DEFAULT = new SourceLimits(32 << 20, 1L << 30, 200_000);

  public SourceLimits {
    if (fileBytes < 1 || runBytes < 1 || files < 1) {
      throw new IllegalArgumentException("a limit below 1");
    }
  }
}
