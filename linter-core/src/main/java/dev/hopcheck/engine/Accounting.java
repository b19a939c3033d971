package dev.hopcheck.engine;

/**
 * What became of everything that was found: nothing is lost on the way.
 *
 * @param discovered files found
 * @param analysed files of which something could be read
 * @param skipped files that hold nothing to check, each with a reason in the result
 * @param failed files of which nothing could be read, each with a problem in the result
 * @param documents documents that were read
 * @param failedDocuments documents that could not be read
 */
public record Accounting(
    int discovered, int analysed, int skipped, int failed, int documents, int failedDocuments) {
  /** Whether each file found is accounted for. */
  public boolean balances() {
    return discovered == analysed + skipped + failed;
  }
}
