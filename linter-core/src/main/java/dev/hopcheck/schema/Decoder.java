package dev.hopcheck.schema;

import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes objects as the API server does with strict field validation: one type error ends it and
 * hides all else; unknown fields come all together (DEC-12, DEC-13). Doubled keys are found by the
 * reader of YAML. One instance serves all threads.
 */
public final class Decoder {
  /** The server's decoder names no more unknown fields than this. */
  private static final int MOST_UNKNOWN = 100;

  /** More places of the same trouble than these help nobody. */
  private static final int MOST_RELATED = 4;

  private final Schemas schemas;

  /** A decoder for the kinds of those schemas. */
  public Decoder(Schemas schemas) {
    this.schemas = schemas;
  }

  /**
   * Decodes an object.
   *
   * @param node the document's root or an item of a List, which the server gets alone
   * @param assumed why the object is not sent as it stands; null where it is
   */
  public Decoded decode(YamlDocument document, YamlNode node, @Nullable Assumed assumed) {
    KindCheck kind = KindCheck.of(node, schemas);
    ObjectType type = kind.type();
    boolean goesOn = kind.status() == Decoded.Status.DECODED && type != null;
    if (kind.finding() == null && (!goesOn || type == null || ShapeFit.object(node, type))) {
      return new Decoded(kind.status(), type, List.of());
    }
    ResourceRef resource = resource(node);
    Labelled about = new Labelled(resource, document.index(), assumed);
    List<Finding> findings = new ArrayList<>(0);
    if (kind.finding() != null) {
      findings.add(about.finish(kind.finding(), false));
    }
    if (!goesOn || type == null) {
      return new Decoded(kind.status(), type, findings);
    }
    ShapeWalk walk = ShapeWalk.of(node, type);
    boolean stopped = addTypeFault(walk.faults(), resource, about, findings);
    if (!stopped) {
      addUnknown(walk.unknown(), about, findings);
    }
    Decoded.Status status = stopped ? Decoded.Status.STOPPED : Decoded.Status.DECODED;
    return new Decoded(status, type, findings);
  }

  /**
   * Whether a node is meant as an object, though perhaps a broken one: a list of objects, or a head
   * field in another case (robustness 45).
   */
  public static boolean isMeantAsObject(YamlNode node) {
    return KindCheck.isListOfObjects(node)
        || (KindCheck.isObject(node) && !KindCheck.isEmptyList(node));
  }

  /** Adds the fault that the server reports; whether it stops there. */
  private static boolean addTypeFault(
      List<TypeFault> faults, ResourceRef resource, Labelled about, List<Finding> findings) {
    List<TypeFault> certain = new ArrayList<>(faults.size());
    List<TypeFault> guessed = new ArrayList<>(0);
    for (TypeFault fault : faults) {
      (fault.node().isPlaceholder() ? guessed : certain).add(fault);
    }
    TypeFindings words = new TypeFindings(resource.kind().equals("Secret"));
    if (certain.isEmpty()) {
      for (TypeFault fault : guessed) {
        findings.add(about.finish(words.of(fault), true));
      }
      return false;
    }
    TypeFault first = reported(certain);
    Finding.Builder finding = words.of(first);
    int related = 0;
    for (TypeFault fault : certain) {
      if (!fault.equals(first)
          && fault.node().id() != first.node().id()
          && related < MOST_RELATED) {
        finding.related(Places.of(fault.node(), fault.key()), words.headlineOf(fault));
        related++;
      }
    }
    findings.add(about.finish(finding, false));
    return true;
  }

  /** A value that ends decoding at once comes before all that are only noted. */
  private static TypeFault reported(List<TypeFault> faults) {
    Comparator<TypeFault> order =
        Comparator.comparing((TypeFault fault) -> fault.cause() != TypeFault.Cause.NO_JSON)
            .thenComparing(fault -> !fault.stopsAtOnce())
            .thenComparing(TypeFault::path);
    return Collections.min(faults, order);
  }

  /** One finding for each written key; other uses through aliases are its consequences. */
  private static void addUnknown(
      List<UnknownField> unknown, Labelled about, List<Finding> findings) {
    List<UnknownField> named = unknown;
    if (unknown.size() > MOST_UNKNOWN) {
      named = new ArrayList<>(unknown);
      named.sort(Comparator.comparing(UnknownField::path));
      named = named.subList(0, MOST_UNKNOWN);
    }
    Map<Integer, Finding.Builder> byKey = new LinkedHashMap<>();
    for (UnknownField field : named) {
      Finding.Builder finding = byKey.get(field.entry().keyNode().id());
      if (finding == null) {
        byKey.put(field.entry().keyNode().id(), UnknownFindings.of(field));
      } else {
        Rejection more = UnknownFindings.rejection(field);
        finding.consequence(more);
      }
    }
    for (Finding.Builder finding : byKey.values()) {
      findings.add(about.finish(finding, false));
    }
  }

  /** Who an object says it is. */
  static ResourceRef resource(YamlNode node) {
    YamlNode metadata = node.get("metadata");
    return new ResourceRef(
        text(node.get("apiVersion")),
        text(node.get("kind")),
        metadata == null ? "" : text(metadata.get("namespace")),
        metadata == null ? "" : text(metadata.get("name")));
  }

  private static String text(@Nullable YamlNode node) {
    return node == null || !node.isScalar() ? "" : node.scalar().text();
  }

  /** Says whose finding it is and how sure. */
  private record Labelled(ResourceRef resource, int document, @Nullable Assumed assumed) {
    Finding finish(Finding.Builder finding, boolean placeholder) {
      finding.resource(resource, document);
      Assumed why = placeholder ? Assumed.PLACEHOLDER : assumed;
      return why == null ? finding.build() : finding.assumed(why).severity(Severity.INFO).build();
    }
  }
}
