package dev.hopcheck.rules.selector;

import dev.hopcheck.cluster.NearMiss;
import dev.hopcheck.cluster.NearMiss.Difference;
import dev.hopcheck.cluster.NearMiss.Kind;
import dev.hopcheck.finding.Applicability;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rules.Wording;
import org.jspecify.annotations.Nullable;

/** Says that a selector matches nothing, by what comes closest. */
final class SelectorDraft {
  private final Service service;
  private final @Nullable NearMiss closest;

  SelectorDraft(Service service, @Nullable NearMiss closest) {
    this.service = service;
    this.closest = closest != null && closest.near() ? closest : null;
  }

  /** A finding with headline, label, the other place and what to do. */
  Draft start(Inspection in) {
    Draft draft = place(in);
    draft.say(
        "`selector` of Service `"
            + service.name()
            + "` matches no pod in namespace `"
            + service.namespace()
            + "`"
            + asked());
    NearMiss near = closest;
    if (near == null) {
      return draft.advice(
          "use labels of the pods that are meant, or add the workload to what is checked");
    }
    draft.related(near.at(), relation(near));
    if (near.kind() == Kind.ON_WORKLOAD_ONLY && !near.differences().isEmpty()) {
      Located<String> carried = near.pods().labels().get(first(near).key());
      if (carried != null) {
        draft.related(carried, "the pods carry " + pair(first(near).key(), carried));
      }
    }
    mend(draft, near);
    return draft;
  }

  /** The pair that is pointed at; empty where it is the selector as a whole. */
  private String asked() {
    Difference first = closest == null || closest.differences().isEmpty() ? null : first(closest);
    if (first != null) {
      return ": its `" + first.key() + "` is `" + first.wanted().value() + "`";
    }
    if (service.selector().size() != 1) {
      return "";
    }
    Labels.Pair only = service.selector().pairs().get(0);
    return ": its `" + only.key() + "` is `" + only.value().value() + "`";
  }

  private Draft place(Inspection in) {
    Difference first = closest == null || closest.differences().isEmpty() ? null : first(closest);
    if (first != null) {
      return in.at(first.wanted()).label("no pod carries " + pair(first.key(), first.wanted()));
    }
    if (service.selector().size() == 1) {
      Labels.Pair only = service.selector().pairs().get(0);
      return in.at(only.value()).label("no pod carries " + pair(only.key(), only.value()));
    }
    return in.at(service.selector().at())
        .field(service.selector().field())
        .label("no pod carries all of these labels");
  }

  private static Difference first(NearMiss near) {
    return near.differences().get(0);
  }

  private static String relation(NearMiss near) {
    String title = "`" + near.pods().title() + "`";
    Difference first = near.differences().isEmpty() ? null : first(near);
    Located<String> found = first == null ? null : first.found();
    String key = first == null ? null : first.podKey();
    if (near.kind() == Kind.ON_WORKLOAD_ONLY) {
      return "the label is on " + title + " itself, not on its pod template";
    }
    if (found == null || key == null) {
      return (near.sameName() ? "" : "closest: ") + "the pods of " + title + " lack it";
    }
    return "closest: the pods of " + title + " carry " + pair(key, found);
  }

  private static void mend(Draft draft, NearMiss near) {
    Difference first = near.differences().isEmpty() ? null : first(near);
    if (first == null) {
      return;
    }
    Located<String> found = first.found();
    if (near.kind() == Kind.ON_WORKLOAD_ONLY) {
      draft.advice("add the label to the pod template");
    } else if (found == null || first.podKey() == null) {
      draft.advice(
          "remove "
              + pair(first.key(), first.wanted())
              + " from the selector, or add it to the pod template");
    } else if (!first.key().equals(first.podKey())) {
      draft.advice("select by " + pair(first.podKey(), found));
    } else if (near.strong() && near.differences().size() == 1 && found.written()) {
      draft.fix(
          "change `" + first.wanted().value() + "` to `" + found.value() + "`",
          Applicability.UNSAFE,
          Wording.scalar(found.value()));
    } else {
      draft.advice("select by " + pair(first.podKey(), found) + ", if these pods are meant");
    }
  }

  private static String pair(String key, Located<String> value) {
    return "`" + key + "=" + value.value() + "`";
  }
}
