package dev.hopcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What shells complete, asked of a real bash; every option of every command stands in all three.
 */
class CompletionTest {
  @TempDir Path folder;

  private String complete(String... words) throws Exception {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, CommandLine.run(folder, "completion", "bash").out());
    StringBuilder asked = new StringBuilder("source ./completion.bash\nCOMP_WORDS=(hopcheck");
    for (String word : words) {
      asked.append(" '").append(word).append('\'');
    }
    asked.append(")\nCOMP_CWORD=").append(words.length);
    asked.append("\n_hopcheck 2>/dev/null\ncomplete -p hopcheck\necho \"${COMPREPLY[@]}\"\n");
    Process bash;
    try {
      bash =
          new ProcessBuilder("bash", "--norc", "-c", asked.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException none) {
      Assumptions.abort("no bash here");
      return "";
    }
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isZero();
    assertThat(out).startsWith("complete -F _hopcheck hopcheck\n");
    return out.substring(out.indexOf('\n') + 1).strip();
  }

  @Test
  void bashCompletesCommandsOptionsWordsRulesAndFiles() throws Exception {
    Files.writeString(folder.resolve("known.jsonl"), "");
    assertThat(complete("")).startsWith("lint routes ").endsWith("--help --version");
    assertThat(complete("lint", "--base")).isEqualTo("--baseline");
    assertThat(complete("lint", "--fail-on", "")).isEqualTo("error warning info never");
    assertThat(complete("lint", "--baseline", "kn")).isEqualTo("known.jsonl");
    assertThat(complete("lint", "kn")).isEqualTo("known.jsonl");
    assertThat(complete("explain", "selector-matches-n")).isEqualTo("selector-matches-nothing");
    assertThat(complete("completion", "f")).isEqualTo("fish");
    assertThat(complete("init", "kn")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyOptionOfEveryCommandIsThere(String shell) {
    String text = CommandLine.run(folder, "completion", shell).out();
    assertThat(Commands.all()).isNotEmpty();
    for (Syntax syntax : Commands.all()) {
      assertThat(text).contains(syntax.name());
      for (var option : syntax.options().get().getOptions()) {
        assertThat(text).contains((shell.equals("fish") ? " -l " : "--") + option.getLongOpt());
      }
    }
    int quotes = 0;
    for (int i = 0; i < text.length(); i++) {
      quotes += text.charAt(i) == '\'' ? 1 : 0;
    }
    assertThat(quotes % 2).isZero();
  }
}
