package dev.hopcheck.schema;

import dev.hopcheck.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server's decoding says of an object.
 *
 * @param status how far the server gets with it
 * @param type by which the object can be read, also where the server refuses it; null where none is
 *     known
 * @param findings in order of writing
 */
public record Decoded(Status status, @Nullable ObjectType type, List<Finding> findings) {
  /** How far the server gets with an object. */
  public enum Status {
    /** Decoded; unknown fields are findings, and the server would go on without strictness. */
    DECODED,
    /** A value cannot be decoded: the server stops there, and says nothing else. */
    STOPPED,
    /** The version or kind is not served, or not named: the server looks at nothing else. */
    NOT_SERVED,
    /** The kind belongs to a group that is not built in; only a custom schema knows it. */
    NOT_BUILT_IN,
    /** No Kubernetes object. */
    NO_OBJECT
  }

  public Decoded {
    findings = List.copyOf(findings);
  }

  /** Whether the server's validation sees the object. */
  public boolean goesOn() {
    return status == Status.DECODED;
  }
}
