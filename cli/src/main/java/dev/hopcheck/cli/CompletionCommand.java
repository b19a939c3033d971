package dev.hopcheck.cli;

import dev.hopcheck.engine.ExitCode;
import dev.hopcheck.engine.UsageException;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.rule.RuleDoc;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * Writes what makes a shell complete commands, options and ids of rules; taken from the options
 * themselves, so that it is never behind them.
 */
record CompletionCommand(String shell) implements Command {
  static final Syntax SYNTAX =
      new Syntax(
          "completion",
          "bash|zsh|fish",
          "print what makes a shell complete commands and options",
          List.of(
              "source <(hopcheck completion bash)            # in ~/.bashrc",
              "hopcheck completion zsh > ~/.zfunc/_hopcheck  # a folder of fpath",
              "hopcheck completion fish > ~/.config/fish/completions/hopcheck.fish"),
          Options::new,
          CompletionCommand::read);

  private static Command read(CommandLine arguments) throws UsageException {
    List<String> shells = arguments.getArgList();
    if (shells.size() != 1 || !List.of("bash", "zsh", "fish").contains(shells.get(0))) {
      throw new UsageException("`hopcheck completion` needs one of bash, zsh, fish");
    }
    return new CompletionCommand(shells.get(0));
  }

  @Override
  public ExitCode run(Streams streams) {
    switch (shell) {
      case "bash" -> bash(streams.out());
      case "zsh" -> zsh(streams.out());
      default -> fish(streams.out());
    }
    return ExitCode.CLEAN;
  }

  /** A line for a shell is never cut, as those for people are. */
  private static void line(Output out, String text) {
    out.append(text).append('\n');
  }

  /** What may follow a command beside paths. */
  private static String words(Syntax syntax) {
    return switch (syntax.name()) {
      case "explain" -> rules();
      case "completion" -> "bash zsh fish";
      default -> "";
    };
  }

  private static String rules() {
    StringBuilder ids = new StringBuilder();
    for (RuleDoc doc : Catalogue.installed().docs()) {
      ids.append(ids.length() == 0 ? "" : " ").append(doc.id());
    }
    return ids.toString();
  }

  private static boolean takesPaths(Syntax syntax) {
    return syntax.usage().contains("PATH");
  }

  private static List<Option> options(Syntax syntax) {
    return new ArrayList<>(syntax.options().get().getOptions());
  }

  private static boolean takesFile(Option option) {
    String argument = option.getArgName();
    return argument != null && (argument.equals("FILE") || argument.equals("PATH"));
  }

  /** The words that an option takes; empty where there is no list of them. */
  private static String choices(String option) {
    return switch (option) {
      case "fail-on" -> "error warning info never";
      case "show" -> "error warning info";
      case "unit" -> "folder file all";
      case "color" -> "auto always never";
      default -> "";
    };
  }

  private static String names() {
    StringBuilder names = new StringBuilder();
    for (Syntax syntax : Commands.all()) {
      names.append(names.length() == 0 ? "" : " ").append(syntax.name());
    }
    return names.toString();
  }

  private static String longOptions(Syntax syntax) {
    StringBuilder all = new StringBuilder();
    for (Option option : options(syntax)) {
      all.append("--").append(option.getLongOpt()).append(' ');
    }
    return all.append("--help").toString();
  }

  private static void bash(Output out) {
    line(out, "# bash completion for hopcheck");
    line(out, "_hopcheck() {");
    line(out, "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}");
    line(out, "  COMPREPLY=()");
    line(out, "  if [ \"$COMP_CWORD\" -eq 1 ]; then");
    line(out, "    COMPREPLY=($(compgen -W \"" + names() + " --help --version\" -- \"$word\"))");
    line(out, "    return");
    line(out, "  fi");
    line(out, "  case $before in");
    List<String> known = new ArrayList<>();
    for (Syntax syntax : Commands.all()) {
      for (Option option : options(syntax)) {
        String name = option.getLongOpt();
        if (!option.hasArg() || option.hasOptionalArg() || known.contains(name)) {
          continue;
        }
        known.add(name);
        if (takesFile(option)) {
          line(
              out,
              "    --"
                  + name
                  + ") compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\")); return ;;");
        } else {
          line(
              out,
              "    --"
                  + name
                  + ") COMPREPLY=($(compgen -W \""
                  + choices(name)
                  + "\" -- \"$word\")); return ;;");
        }
      }
    }
    line(out, "  esac");
    line(out, "  local options= words= paths=");
    line(out, "  case ${COMP_WORDS[1]} in");
    for (Syntax syntax : Commands.all()) {
      line(
          out,
          "    "
              + syntax.name()
              + ") options=\""
              + longOptions(syntax)
              + "\" words=\""
              + words(syntax)
              + "\" paths="
              + (takesPaths(syntax) ? "yes" : "")
              + " ;;");
    }
    line(out, "  esac");
    line(out, "  if [[ $word == -* ]]; then");
    line(out, "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))");
    line(out, "  elif [ -n \"$paths\" ]; then");
    line(out, "    compopt -o filenames");
    line(out, "    COMPREPLY=($(compgen -f -- \"$word\"))");
    line(out, "  else");
    line(out, "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))");
    line(out, "  fi");
    line(out, "}");
    line(out, "complete -F _hopcheck hopcheck");
  }

  private static void zsh(Output out) {
    line(out, "#compdef hopcheck");
    line(out, "_hopcheck() {");
    line(out, "  local -a commands");
    line(out, "  commands=(");
    for (Syntax syntax : Commands.all()) {
      line(out, "    '" + syntax.name() + ":" + quoted(syntax.summary()) + "'");
    }
    line(out, "  )");
    line(out, "  if (( CURRENT == 2 )); then");
    line(out, "    _describe command commands");
    line(out, "    return");
    line(out, "  fi");
    line(out, "  local command=$words[2]");
    line(out, "  shift words");
    line(out, "  (( CURRENT-- ))");
    line(out, "  case $command in");
    for (Syntax syntax : Commands.all()) {
      line(out, "    " + syntax.name() + ")");
      line(out, "      _arguments \\");
      for (Option option : options(syntax)) {
        String text = quoted(option.getDescription()).replace("[", "(").replace("]", ")");
        line(
            out,
            "        '*--"
                + option.getLongOpt()
                + (option.hasOptionalArg() ? "=-" : option.hasArg() ? "=" : "")
                + "["
                + text
                + "]"
                + argument(option)
                + "' \\");
      }
      line(out, "        '--help[show this]' \\");
      String words = words(syntax);
      line(
          out,
          takesPaths(syntax)
              ? "        '*:path:_files'"
              : words.isEmpty() ? "        '*: :'" : "        '*:word:(" + words + ")'");
      line(out, "      ;;");
    }
    line(out, "  esac");
    line(out, "}");
    line(
        out,
        "if [ \"$funcstack[1]\" = _hopcheck ]; then _hopcheck \"$@\"; else compdef _hopcheck hopcheck; fi");
  }

  private static String argument(Option option) {
    if (!option.hasArg()) {
      return "";
    }
    String choices = choices(option.getLongOpt());
    String name = option.getArgName().replace(":", "");
    String before = option.hasOptionalArg() ? "::" : ":";
    return before
        + name.replace("[", "").replace("]", "")
        + ":"
        + (takesFile(option) ? "_files" : choices.isEmpty() ? " " : "(" + choices + ")");
  }

  /** For a text in single quotes of any of the shells. */
  private static String quoted(String text) {
    return text.replace("'", "").replace("`", "").replace("\\", "").replace(":", "");
  }

  private static void fish(Output out) {
    line(out, "# fish completion for hopcheck");
    line(out, "complete -c hopcheck -f");
    for (Syntax syntax : Commands.all()) {
      line(
          out,
          "complete -c hopcheck -n __fish_use_subcommand -a "
              + syntax.name()
              + " -d '"
              + quoted(syntax.summary())
              + "'");
    }
    for (Syntax syntax : Commands.all()) {
      String when = "complete -c hopcheck -n '__fish_seen_subcommand_from " + syntax.name() + "'";
      for (Option option : options(syntax)) {
        String choices = choices(option.getLongOpt());
        boolean needs = option.hasArg() && !option.hasOptionalArg();
        line(
            out,
            when
                + " -l "
                + option.getLongOpt()
                + (needs ? (takesFile(option) ? " -r -F" : " -x") : "")
                + (choices.isEmpty() ? "" : " -a '" + choices + "'")
                + " -d '"
                + quoted(option.getDescription())
                + "'");
      }
      if (takesPaths(syntax)) {
        line(out, when + " -F");
      } else if (!words(syntax).isEmpty()) {
        line(out, when + " -a '" + words(syntax) + "'");
      }
    }
  }
}
