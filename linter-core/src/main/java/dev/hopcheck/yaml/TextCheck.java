package dev.hopcheck.yaml;

import dev.hopcheck.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Finds texts that the Engine takes and Kubernetes' parser, which speaks YAML 1.1, does not. */
final class TextCheck {
  private TextCheck() {}

  /**
   * Says what is wrong with a scalar that is written from {@code start} to {@code end}; null where
   * nothing is.
   *
   * @param flow whether it stands in brackets, where YAML 1.1 ends a plain text at {@code ?}
   * @param json whether clients read the document as JSON
   */
  static @Nullable String refusal(
      SourceFile file, ScalarEvent event, int start, int end, boolean flow, boolean json) {
    String text = event.getValue();
    return switch (event.getScalarStyle()) {
      case PLAIN, JSON_SCALAR_STYLE -> flow ? plainInBrackets(file, text, end) : null;
      case DOUBLE_QUOTED ->
          end - start == text.length() + 2
              ? null
              : Escapes.refusal(file.text(start, end), text, json);
      case SINGLE_QUOTED, LITERAL, FOLDED -> null;
    };
  }

  private static @Nullable String plainInBrackets(SourceFile file, String text, int end) {
    if (text.indexOf('?') >= 0) {
      return "`?` ends a text in brackets without quotes; quote the text";
    }
    boolean glued =
        end + 1 < file.length() && file.at(end) == ':' && "{[,]}".indexOf(file.at(end + 1)) >= 0;
    return glued ? "`:` needs a blank behind it" : null;
  }
}
