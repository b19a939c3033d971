package dev.hopcheck.engine;

import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.source.SourceText;
import dev.hopcheck.yaml.YamlDocument;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a run that tells what it works on, so that {@link Watch} sees where it stays too
 * long. Threads that are not watched do all that they are asked.
 */
final class Watched extends Thread {
  private final Watch.Attempt attempt;

  /** Grows with each step; written last, so that who reads it first sees what belongs to it. */
  private final AtomicLong steps = new AtomicLong();

  private @Nullable Object place;
  private @Nullable Rule rule;
  private @Nullable Resource resource;
  private int size;

  Watched(Watch.Attempt attempt, Runnable work, String name, long stack) {
    super(null, work, name, stack);
    setDaemon(true);
    this.attempt = attempt;
  }

  /** The calling thread; null where nobody watches it. */
  static @Nullable Watched here() {
    return Thread.currentThread() instanceof Watched watched ? watched : null;
  }

  Watch.Attempt attempt() {
    return attempt;
  }

  /** Begins to work on a file, or a unit of so many resources; false where that never ends. */
  static boolean begins(String place, int size) {
    Watched here = here();
    return here == null || here.begin(place, null, null, size);
  }

  /** Begins to work on a document; false where that never ends. */
  static boolean begins(YamlDocument document) {
    Watched here = here();
    return here == null || here.begin(document, null, null, 0);
  }

  /** Has nothing to do, or only waits for others. */
  static void rests() {
    Watched here = here();
    if (here != null) {
      here.begin(null, null, null, 0);
    }
  }

  /** Reads standard input once for all attempts; null where it has not ended in time. */
  static @Nullable SourceText standardInput(String name, Supplier<SourceText> reader) {
    Watched here = here();
    if (here == null) {
      return reader.get();
    }
    if (!here.begin(name, null, null, Integer.MAX_VALUE)) {
      return null;
    }
    return here.attempt.watch().standardInput(reader);
  }

  /**
   * Begins to work on something; false where an earlier attempt did not come to its end.
   *
   * @param at a document, a name, or null for nothing
   * @param resources the number of resources that the work is about; {@link Integer#MAX_VALUE} for
   *     what others write while it is read
   */
  boolean begin(@Nullable Object at, @Nullable Rule by, @Nullable Resource on, int resources) {
    place = at;
    rule = by;
    resource = on;
    size = resources;
    steps.lazySet(steps.get() + 1);
    return at == null || !attempt.watch().hasLost() || !attempt.watch().isLost(step());
  }

  long steps() {
    return steps.get();
  }

  /** Whether it works on something that may not take long. */
  boolean isBusy() {
    return place != null;
  }

  int size() {
    return size;
  }

  /** What it works on. */
  Step step() {
    Object at = place;
    Rule by = rule;
    Resource on = resource;
    String id = by == null ? "" : by.doc().id().value();
    if (on != null) {
      ResourceRef ref = on.head().ref();
      YamlDocument document = on.head().document();
      return new Step(
          id, document.file().name(), document.index(), ref.kind() + " `" + ref.name() + "`");
    }
    return at instanceof YamlDocument document
        ? new Step(id, document.file().name(), document.index(), "")
        : new Step(id, String.valueOf(at), -1, "");
  }
}
