package dev.hopcheck.cluster;

import dev.hopcheck.resource.Resource;
import dev.hopcheck.yaml.YamlFrame;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that an operation or a replacement puts into a resource.
 *
 * @param at where it is written
 * @param text what it is, where it is not the node itself
 * @param string whether that text is a string, whatever it looks like
 * @param unknown whether the text only stands for one that is not known
 */
record PatchValue(YamlNode at, @Nullable String text, boolean string, boolean unknown) {
  /**
   * A step to where the value goes: a key; an item of a list, that has a key of some value; or a
   * key of some value beside the next one.
   */
  record Step(String key, boolean listed, String value) {
    /** The value of a key. */
    static Step key(String key) {
      return new Step(key, false, "");
    }

    /** An item of a list, the value itself. */
    static Step item() {
      return new Step("", true, "");
    }

    /** A key of that value beside the one to which the next step goes. */
    static Step beside(String key, String value) {
      return new Step(key, false, value);
    }

    /** An item of a list that has a key of that value. */
    static Step item(String key, String value) {
      return new Step(key, true, value);
    }
  }

  /** The value as it is written. */
  static PatchValue of(YamlNode node) {
    return new PatchValue(node, null, false, false);
  }

  /** A scalar's text. */
  String plain() {
    return text == null ? at.text() : text;
  }

  /** Reads the value in its place: a resource of the kind that holds nothing else. */
  @Nullable Resource in(Resource base, List<Step> steps, OverlayInput input) {
    YamlFrame frame = new YamlFrame(at);
    frame.text("apiVersion").text(base.head().apiVersion());
    frame.text("kind").text(base.head().kind());
    boolean inside = true;
    for (Step step : steps) {
      if (step.listed()) {
        frame.list();
        inside = !step.key().isEmpty();
        if (inside) {
          frame.mapping().text(step.key()).plain(step.value());
        }
      } else {
        (inside ? frame : frame.mapping()).text(step.key());
        inside = !step.value().isEmpty();
        if (inside) {
          frame.plain(step.value());
        }
      }
    }
    if (text == null) {
      frame.copy(at);
    } else if (string) {
      frame.text(text);
    } else {
      frame.plain(text);
    }
    List<Resource> read = input.patches(List.of(frame.build()));
    return read.size() == 1 ? read.get(0) : null;
  }
}
