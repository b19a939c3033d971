package dev.hopcheck.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which templates the documents of a rendered stream come from, as comments such as {@code #
 * Source: shop/templates/service.yaml} say that Helm writes. A comment is about the document in
 * which it stands, from there on.
 */
final class RenderedSources {
  /** No path is longer. */
  private static final int LONGEST = 4096;

  private static final String MARK = "# Source: ";
  private static final ByteSearch SIGNS = new ByteSearch(MARK);

  private final int[] starts;
  private final int[] ends;
  private final String[] names;

  private RenderedSources(List<int[]> ranges, List<String> names) {
    starts = new int[ranges.size()];
    ends = new int[ranges.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = ranges.get(i)[0];
      ends[i] = ranges.get(i)[1];
    }
    this.names = names.toArray(new String[0]);
  }

  static RenderedSources of(SourceFile stream) {
    byte[] bytes = stream.bytes();
    List<int[]> ranges = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int at = SIGNS.next(bytes, 0);
    while (at >= 0) {
      int end = lineEnd(bytes, at);
      boolean line = at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
      String name = line ? stream.text(at + MARK.length(), end).strip() : "";
      if (!name.isEmpty() && name.length() <= LONGEST) {
        if (!ranges.isEmpty()) {
          int[] last = ranges.get(ranges.size() - 1);
          last[1] = Math.min(last[1], at);
        }
        ranges.add(new int[] {at, documentEnd(bytes, end)});
        names.add(name);
      }
      at = SIGNS.next(bytes, end);
    }
    return new RenderedSources(ranges, names);
  }

  /** The template of what starts at an offset; null where no comment tells. */
  @Nullable String at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int range = found >= 0 ? found : -found - 2;
    return range >= 0 && offset < ends[range] ? names[range] : null;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private static int documentEnd(byte[] bytes, int from) {
    for (int i = from; i + 3 < bytes.length; i++) {
      boolean start = bytes[i] == '\n' || bytes[i] == '\r';
      if (start && bytes[i + 1] == '-' && bytes[i + 2] == '-' && bytes[i + 3] == '-') {
        return i;
      }
    }
    return bytes.length;
  }
}
