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
    validator.validate(object, facts, causes);
    if (causes.isEmpty()) {
      return decoding;
    }
    List<Finding> found = new ArrayList<>(decoding);
    List<Cause> own = new ArrayList<>();
    for (Cause cause : causes.all()) {
      if (Consequences.fold(found, decoding.size(), cause)) {
        continue;
      }
      int root = rootOf(cause, own);
      if (root < 0) {
        own.add(cause);
        found.add(cause.toFinding(object));
      } else {
        int at = decoding.size() + root;
        found.set(at, found.get(at).toBuilder().consequence(cause.rejection()).build());
      }
    }
    return found;
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

  /** The first cause of the same fault: a value that is wrong in two ways is one finding. */
  private static int rootOf(Cause cause, List<Cause> earlier) {
    for (int i = 0; i < earlier.size(); i++) {
      if (cause.isAnotherSideOf(earlier.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the kind has validation rules here. */
  public static boolean knows(String apiVersion, String kind) {
    @Nullable Validator validator = Validators.of(apiVersion, kind);
    return validator != null;
  }
}
