package dev.hopcheck.admission;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import java.util.ArrayList;
import java.util.List;
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
    List<Cause> earlier = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Cause cause : rootsFirst(causes.all())) {
      int place = placeOf(cause, decoding, earlier, places);
      if (place < 0) {
        place = found.size();
        found.add(cause.toFinding(object));
      } else {
        Finding root = found.get(place);
        found.set(place, root.toBuilder().consequence(cause.rejection()).build());
      }
      earlier.add(cause);
      places.add(place);
    }
    return found;
  }

  /** The server's order, but for causes that follow from a later one. */
  private static List<Cause> rootsFirst(List<Cause> causes) {
    List<Cause> ordered = new ArrayList<>(causes.size());
    for (Cause cause : causes) {
      if (cause.rootPath().isEmpty()) {
        ordered.add(cause);
      }
    }
    for (Cause cause : causes) {
      if (!cause.rootPath().isEmpty()) {
        ordered.add(cause);
      }
    }
    return ordered;
  }

  /** Where the finding stands of which the cause is a part; negative where it is its own. */
  private static int placeOf(
      Cause cause, List<Finding> decoding, List<Cause> earlier, List<Integer> places) {
    int unknown = Consequences.rootOf(decoding, cause);
    if (unknown >= 0) {
      return unknown;
    }
    // A value that is wrong in two ways is one finding.
    for (int i = 0; i < earlier.size(); i++) {
      if (cause.isAnotherSideOf(earlier.get(i))) {
        return places.get(i);
      }
    }
    return -1;
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
