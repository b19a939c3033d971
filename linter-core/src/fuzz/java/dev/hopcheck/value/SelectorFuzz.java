package dev.hopcheck.value;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopcheck.fuzz.Claims;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A selector is refused, or written anew it chooses the same. */
class SelectorFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
            "app=web",
            "app==web,tier!=6",
            "app in (web,api),!x",
            "a notin (b, ,c)",
            "in!=in",
            "a.example.com/b>4,c<6",
            "notin in (in,notin)",
            "a in ()",
            "a=",
            "a in (,)")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @DictionaryEntries({" in (", " notin (", "!=", "==", ">", "<", ",", "!", "(,)"})
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void choosesTheSameWhenWrittenAnew(byte[] bytes) {
    Parsed<LabelSelector> parsed = LabelSelector.parse(new String(bytes, StandardCharsets.UTF_8));
    if (!parsed.isOk()) {
      Claims.hold(!parsed.error().isBlank(), "refused without a word");
      return;
    }
    LabelSelector selector = parsed.get();
    Parsed<LabelSelector> again = LabelSelector.parse(selector.toString());
    Claims.hold(again.isOk(), "written anew: " + selector);
    for (Map<String, String> labels : near(selector)) {
      Claims.hold(selector.matches(labels) == again.get().matches(labels), selector + " " + labels);
    }
  }

  /** No labels, those that are asked for, and one of them changed. */
  private static List<Map<String, String>> near(LabelSelector selector) {
    Map<String, String> asked = new TreeMap<>();
    for (Requirement requirement : selector.requirements()) {
      List<String> values = requirement.values();
      asked.put(requirement.key(), values.isEmpty() ? "" : values.get(values.size() - 1));
    }
    Map<String, String> other = new TreeMap<>(asked);
    other.replaceAll((key, value) -> value + "1");
    return List.of(Map.of(), asked, other);
  }
}
