package dev.hopcheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** The help texts; each fits one screen. */
final class Help {
  private static final int COLUMN = 31;

  private Help() {}

  /** What there is at all. */
  static void overview(Output out) {
    out.line("Hopcheck checks whether the traffic that Kubernetes manifests describe can arrive.");
    out.line("");
    out.line("usage: hopcheck COMMAND [OPTION...] [ARGUMENT...]");
    out.line("");
    for (Syntax syntax : Commands.all()) {
      row("  " + syntax.name(), syntax.summary(), 12, out);
    }
    out.line("");
    out.line(
        "`hopcheck COMMAND --help` shows the options of a command, `hopcheck --version` the version.");
    out.line("");
    exits(out);
  }

  /** One command. */
  static void command(Syntax syntax, Output out) {
    out.line(
        "usage: hopcheck "
            + syntax.name()
            + (syntax.usage().isEmpty() ? "" : " " + syntax.usage()));
    out.line("");
    out.line(syntax.summary());
    out.line("");
    for (Option option : ordered(syntax)) {
      String argument = option.getArgName();
      String name = "  --" + option.getLongOpt();
      row(
          argument == null
              ? name
              : name + (option.hasOptionalArg() ? "[=" + argument + "]" : " " + argument),
          option.getDescription(),
          COLUMN,
          out);
    }
    row("  --help", "show this", COLUMN, out);
    out.line("");
    out.line("examples:");
    for (String example : syntax.examples()) {
      out.line("  " + example);
    }
    out.line("");
    exits(out);
  }

  private static List<Option> ordered(Syntax syntax) {
    List<Option> shown = new ArrayList<>();
    for (Option option : syntax.options().get().getOptions()) {
      if (!option.getLongOpt().equals("help")) {
        shown.add(option);
      }
    }
    return shown;
  }

  private static void row(String name, String text, int column, Output out) {
    int gap = Math.max(2, column - name.length());
    out.line(name + " ".repeat(gap) + text);
  }

  private static void exits(Output out) {
    out.line(
        "exit: 0 nothing at or above the threshold, 1 findings, 2 something was not checked, 3 wrong use");
  }
}
