package dev.hopcheck.cli;

import java.util.ArrayList;
import java.util.List;

/** Collects what the numbered cases of robustness showed, for whoever reads the build's output. */
final class CaseTable {
  private record Row(int number, String input, String required, String seen) {}

  private final List<Row> rows = new ArrayList<>();

  /** Adds a case that went as required. */
  synchronized void seen(int number, String input, String required, String seen) {
    rows.add(new Row(number, input, required, seen));
  }

  /** Prints all rows, in the order in which they came. */
  synchronized void print() {
    StringBuilder text = new StringBuilder("\nrobustness | input | required | seen\n");
    for (Row row : rows) {
      text.append(row.number())
          .append(" | ")
          .append(row.input())
          .append(" | ")
          .append(row.required())
          .append(" | ")
          .append(row.seen())
          .append('\n');
    }
    System.out.print(text);
  }
}
