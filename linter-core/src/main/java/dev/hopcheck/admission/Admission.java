package dev.hopcheck.admission;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what an API server's validation says of an object that could be decoded. */
public final class Admission {
  private final ServerFacts facts;

  /** Admission by a server of which that is known. */
  public Admission(ServerFacts facts) {
    this.facts = facts;
  }

  /**
   * Returns one finding for each cause of refusal, in the server's order; none where it accepts, or
   * where the kind has no rules here.
   *
   * @param decoding what strict decoding said of the object (unknown fields, doubled keys): a cause
   *     that only follows from one of these stands in its consequences
   * @return the decoding findings, some with consequences, then the others
   */
  public List<Finding> admit(ApiObject object, List<Finding> decoding) {
    Validator validator = Validators.of(object.apiVersion(), object.kind());
    if (validator == null || isUnreadable(decoding)) {
      return decoding;
    }
    Causes causes = new Causes();
    validator.validate(object.kept(), facts, causes);
    return causes.isEmpty() ? decoding : findings(object, decoding, causes);
  }

  private static List<Finding> findings(ApiObject object, List<Finding> decoding, Causes causes) {
    List<Finding> found = new ArrayList<>(decoding);
    Earlier earlier = new Earlier();
    for (Cause cause : rootsFirst(causes.all())) {
      int place = Consequences.rootOf(decoding, cause);
      place = place < 0 ? earlier.placeOf(cause) : place;
      if (place < 0) {
        place = found.size();
        found.add(cause.toFinding(object));
      } else {
        Finding root = found.get(place);
        found.set(place, root.toBuilder().consequence(cause.rejection()).build());
      }
      earlier.add(cause, place);
    }
    return found;
  }

  /** The causes so far; a value that is wrong in two ways is one finding. */
  private static final class Earlier {
    private record Blamed(String path, Location at) {}

    private record Seen(int number, int place) {}

    private final Map<Cause, Seen> causes = new IdentityHashMap<>();
    private final Map<Blamed, Seen> values = new HashMap<>();

    void add(Cause cause, int place) {
      Seen seen = new Seen(causes.size(), place);
      causes.put(cause, seen);
      values.putIfAbsent(new Blamed(cause.path(), cause.place()), seen);
    }

    /** Where the finding of the first cause stands of which this is another side; or negative. */
    int placeOf(Cause cause) {
      Cause root = cause.root();
      Seen above = root == null ? null : causes.get(root);
      Seen same = values.get(new Blamed(cause.path(), cause.place()));
      if (above == null || same == null) {
        Seen only = above == null ? same : above;
        return only == null ? -1 : only.place();
      }
      return above.number() < same.number() ? above.place() : same.place();
    }
  }

  /** The server's order, but for causes that follow from a later one. */
  private static List<Cause> rootsFirst(List<Cause> causes) {
    List<Cause> ordered = new ArrayList<>(causes.size());
    for (Cause cause : causes) {
      if (!isLater(cause)) {
        ordered.add(cause);
      }
    }
    for (Cause cause : causes) {
      if (isLater(cause)) {
        ordered.add(cause);
      }
    }
    return ordered;
  }

  private static boolean isLater(Cause cause) {
    return cause.root() != null && !cause.rootPath().isEmpty();
  }

  /** Where a value cannot be decoded, the server stops before it validates. */
  private static boolean isUnreadable(List<Finding> decoding) {
    for (Finding finding : decoding) {
      Rejection rejection = finding.rejection();
      boolean certain = finding.assumed() == null;
      if (certain && rejection != null && rejection.reason() == Rejection.Reason.DECODING) {
        return true;
      }
    }
    return false;
  }

  /** Whether the kind has validation rules here. */
  public static boolean knows(String apiVersion, String kind) {
    @Nullable Validator validator = Validators.of(apiVersion, kind);
    return validator != null;
  }
}
