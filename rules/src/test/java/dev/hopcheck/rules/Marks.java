package dev.hopcheck.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A manifest whose lines end in {@code # expect} or {@code # expect: ID[, ID]} where findings are
 * meant to be. The marks are taken off before anything is checked, so that they cannot matter.
 *
 * @param text the manifest without marks
 * @param expected {@code LINE ID} for each mark, in order
 */
record Marks(String text, List<String> expected) {
  private static final String MARK = "# expect";

  Marks {
    expected = List.copyOf(expected);
  }

  /** Takes the marks off; one without ids means {@code id}. */
  static Marks read(String marked, String id) {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    String[] lines = marked.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int mark = lines[i].indexOf(MARK);
      if (mark >= 0) {
        String ids = lines[i].substring(mark + MARK.length()).strip();
        for (String one :
            ids.startsWith(":") ? ids.substring(1).split(",", -1) : new String[] {id}) {
          expected.add((i + 1) + " " + one.strip());
        }
      }
      text.append(mark < 0 ? lines[i] : lines[i].substring(0, mark).stripTrailing());
      text.append(i + 1 < lines.length ? "\n" : "");
    }
    return new Marks(text.toString(), expected);
  }
}
