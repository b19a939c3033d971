package dev.hopcheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands there are. A class is loaded only when its command is asked for, or all are listed.
 */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "lint", "routes", "resolve", "trace", "test", "explain", "rules", "init", "completion");

  private Commands() {}

  /** The command of that name; null for none. */
  static @Nullable Syntax find(String name) {
    return switch (name) {
      case "lint" -> LintCommand.SYNTAX;
      case "routes" -> RoutesCommand.SYNTAX;
      case "resolve" -> ResolveCommand.SYNTAX;
      case "trace" -> TraceCommand.SYNTAX;
      case "test" -> TestCommand.SYNTAX;
      case "explain" -> ExplainCommand.SYNTAX;
      case "rules" -> RulesCommand.SYNTAX;
      case "init" -> InitCommand.SYNTAX;
      case "completion" -> CompletionCommand.SYNTAX;
      default -> null;
    };
  }

  /** All commands in the order of the help. */
  static List<Syntax> all() {
    List<Syntax> all = new ArrayList<>();
    for (String name : NAMES) {
      Syntax syntax = find(name);
      if (syntax != null) {
        all.add(syntax);
      }
    }
    return all;
  }
}
