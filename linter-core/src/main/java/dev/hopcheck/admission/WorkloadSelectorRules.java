package dev.hopcheck.admission;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.LabelValue;
import dev.hopcheck.value.Nearest;
import dev.hopcheck.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workload's selector and the labels of its own template (WL-02 to WL-05). */
final class WorkloadSelectorRules {
  private static final int SHORT = 16;

  private WorkloadSelectorRules() {}

  /** Labels of a template by key. */
  static Map<String, String> labels(Field template) {
    Map<String, String> labels = new HashMap<>();
    for (Field entry : template.get("metadata").entries("labels")) {
      labels.put(entry.name(), entry.text());
    }
    return labels;
  }

  /** WL-02 to WL-04. Returns whether the selector can be read. */
  static boolean selector(Field selector, String kind, Causes causes) {
    if (!selector.present()) {
      causes
          .required(selector, "")
          .headline("the selector is missing")
          .note("write `matchLabels` with labels of the template");
      return true;
    }
    int before = causes.count();
    LabelSelectorRules.validate(selector, causes);
    boolean readable = causes.count() == before;
    empty(selector, kind, causes);
    return readable;
  }

  /** WL-03. */
  static void empty(Field selector, String kind, Causes causes) {
    if (selector.present() && LabelSelectorRules.isEmpty(selector)) {
      causes
          .invalidBare(selector, "{}", "empty selector is invalid for " + kind)
          .rule(InputRule.LABEL_SELECTOR_INVALID)
          .headline("the selector is empty and would match every pod");
    }
  }

  /** WL-05: the selector must match the template; a missing one matches nothing. */
  static void matches(Field selector, Field template, Causes causes) {
    if (matchesShort(selector, template)
        || LabelSelectorRules.matches(selector, labels(template))) {
      return;
    }
    Cause cause = mismatch(template, causes).about(selector);
    if (!selector.present()) {
      cause.follows(causes.first(selector.path()));
      return;
    }
    Field differing = differing(selector, template);
    explain(cause, differing, template);
  }

  /** Whether a short selector of labels alone, as nearly all are, matches the template. */
  private static boolean matchesShort(Field selector, Field template) {
    List<Field> asked = selector.entries("matchLabels");
    if (asked.isEmpty() || asked.size() > SHORT || selector.has("matchExpressions")) {
      return false;
    }
    Field labels = template.get("metadata").get("labels");
    for (Field entry : asked) {
      Field own = labels.entry(entry.name());
      if (own == null || !own.text().equals(entry.text())) {
        return false;
      }
    }
    return true;
  }

  /** The same for a ReplicationController, whose selector is a plain map. */
  static void matchesMap(Field selector, Field template, Causes causes) {
    Field differing = differingEntry(selector, template);
    if (differing != null) {
      explain(mismatch(template, causes), differing, template);
    }
  }

  /** The cause itself; the server prints all labels of the template. */
  static Cause mismatch(Field template, Causes causes) {
    Field labels = template.get("metadata").get("labels");
    Cause cause =
        causes.invalidBare(
            labels, JsonText.ofMap(labels), "`selector` does not match template `labels`");
    for (Field label : labels.entries()) {
      cause.about(label);
    }
    return cause
        .rule(
            labels.size() == 0
                ? InputRule.TEMPLATE_WITHOUT_LABELS
                : InputRule.WORKLOAD_SELECTOR_TEMPLATE_MISMATCH)
        .headline("the selector does not match the labels of the template");
  }

  private static void explain(Cause cause, @Nullable Field differing, Field template) {
    if (differing == null) {
      return;
    }
    cause.about(differing).related(differing.location(), "the selector asks for this");
    String key = differing.name();
    if (template.get("metadata").size("labels") == 0) {
      cause.headline("the template has no labels, so the selector matches none of its pods");
      return;
    }
    Field own = label(template, key);
    if (own == null) {
      cause
          .headline(
              "the selector asks for `"
                  + key
                  + "="
                  + differing.text()
                  + "`, the template has no label `"
                  + key
                  + "`")
          .note("the selector must match the labels of the workload's own template");
      return;
    }
    nearMiss(cause, own, differing);
    cause
        .at(own.location())
        .headline(
            "the selector asks for `"
                + key
                + "="
                + differing.text()
                + "`, the template has `"
                + key
                + "="
                + own.text()
                + "`")
        .note("the selector must match the labels of the workload's own template");
  }

  /** Values of nearly one spelling: one of the two is a slip, we cannot know which. */
  private static void nearMiss(Cause cause, Field own, Field asked) {
    YamlNode node = own.node();
    boolean near = Nearest.of(own.text(), List.of(asked.text())).isPresent();
    if (!near || node == null || node.via() != null || !LabelValue.isValid(asked.text())) {
      return;
    }
    char first = (char) node.document().file().at(node.span().start());
    String quote = first == '\'' ? "'" : "\"";
    boolean plain = first != '\'' && first != '"' && asked.node() != null && isPlain(asked);
    String text = plain ? asked.text() : quote + asked.text() + quote;
    cause.fix(
        new Fix(
            "change `" + own.text() + "` to `" + asked.text() + "`",
            Applicability.UNSAFE,
            List.of(new Edit(node.location(), text))));
  }

  private static boolean isPlain(Field field) {
    YamlNode node = field.node();
    if (node == null) {
      return false;
    }
    char first = (char) node.document().file().at(node.span().start());
    return first != '\'' && first != '"';
  }

  private static @Nullable Field label(Field template, String key) {
    for (Field entry : template.get("metadata").entries("labels")) {
      if (entry.name().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  private static @Nullable Field differing(Field selector, Field template) {
    return differingEntry(selector.get("matchLabels"), template);
  }

  private static @Nullable Field differingEntry(Field map, Field template) {
    for (Field entry : map.entries()) {
      Field own = label(template, entry.name());
      if (own == null || !own.text().equals(entry.text())) {
        return entry;
      }
    }
    return null;
  }
}
