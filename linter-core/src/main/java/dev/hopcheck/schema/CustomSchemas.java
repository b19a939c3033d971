package dev.hopcheck.schema;

import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of custom resources: from definitions in the input, and from files of the user. They are
 * only collected here; one is compiled when an object of its kind is there. Nothing is ever
 * fetched.
 */
public final class CustomSchemas {
  private final Schemas schemas;
  private final SchemaLimits limits;
  private final Map<String, List<CustomKind>> kinds = new TreeMap<>();
  private final List<UserSchemaReader.ByPath> byPath = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>(0);
  private final List<Problem> problems = new ArrayList<>(0);

  private CustomSchemas(Schemas schemas, SchemaLimits limits) {
    this.schemas = schemas;
    this.limits = limits;
  }

  /**
   * A CustomResourceDefinition of the input.
   *
   * @param node the document's root or an item of a List
   * @param folder the objects of files below it are judged; empty: all
   */
  public record Definition(YamlDocument document, YamlNode node, String folder) {}

  /**
   * What validating an object brought.
   *
   * @param findings in order of writing
   * @param problems why the schema could not be applied in full
   * @param validated whether the object was judged by a schema
   */
  public record Verdict(List<Finding> findings, List<Problem> problems, boolean validated) {
    static final Verdict NONE = new Verdict(List.of(), List.of(), false);

    public Verdict {
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Collects the schemas.
   *
   * @param definitions objects of the input; those that are no definitions are passed over
   * @param files documents of the user's schema files: definitions or JSON Schemas
   */
  public static CustomSchemas of(
      Schemas schemas,
      List<Definition> definitions,
      List<YamlDocument> files,
      SchemaLimits limits) {
    CustomSchemas custom = new CustomSchemas(schemas, limits);
    CrdReader given = new CrdReader(schemas.kinds());
    UserSchemaReader user = new UserSchemaReader(schemas.kinds());
    for (YamlDocument file : files) {
      if (CrdReader.isDefinition(file.root())) {
        given.read(file, file.root(), "");
      } else {
        user.read(file);
      }
    }
    CrdReader found = new CrdReader(schemas.kinds());
    for (Definition definition : definitions) {
      if (CrdReader.isDefinition(definition.node())) {
        found.read(definition.document(), definition.node(), definition.folder());
      }
    }
    custom.add(given.kinds());
    custom.add(user.kinds());
    custom.add(found.kinds());
    custom.byPath.addAll(user.byPath());
    custom.findings.addAll(found.findings());
    custom.findings.addAll(given.findings());
    custom.problems.addAll(user.problems());
    return custom;
  }

  private void add(List<CustomKind> more) {
    for (CustomKind kind : more) {
      kinds.computeIfAbsent(kind.key(), key -> new ArrayList<>(1)).add(kind);
    }
  }

  /**
   * What is to say of the definitions themselves; complete once all objects were validated, for
   * what an unused definition holds is nobody's concern.
   */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    for (List<CustomKind> same : kinds.values()) {
      for (CustomKind kind : same) {
        YamlEntry unevaluated = kind.unevaluated();
        if (unevaluated != null) {
          all.add(CustomFindings.unevaluated(kind, unevaluated));
        }
      }
    }
    return all;
  }

  /** Files of the user that could not be used. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Whether there is a schema for objects of the kind in that file. */
  public boolean knows(SourceFile file, String apiVersion, String kind) {
    return !candidates(file, apiVersion, kind).isEmpty();
  }

  /** Whether objects of the kind live in a namespace; null where no definition says so. */
  public @Nullable Boolean isNamespaced(String apiVersion, String kind) {
    List<CustomKind> known = kinds.getOrDefault(apiVersion + " " + kind, List.of());
    return known.isEmpty() ? null : known.get(0).isNamespaced();
  }

  /**
   * Validates an object. Where the input defines a kind several times and differently, an object is
   * fine if one of the definitions takes it.
   */
  public Verdict validate(YamlDocument document, YamlNode root) {
    ResourceRef resource = Decoder.resource(root);
    Verdict last = Verdict.NONE;
    for (CustomKind kind : candidates(document.file(), resource.apiVersion(), resource.kind())) {
      last = validate(document, root, resource, kind);
      if (last.validated() && last.findings().isEmpty()) {
        return last;
      }
    }
    return last;
  }

  private Verdict validate(
      YamlDocument document, YamlNode root, ResourceRef resource, CustomKind kind) {
    List<Finding.Builder> made = new ArrayList<>();
    ShapeWalk metadata = ShapeWalk.metadata(root, schemas);
    for (TypeFault fault : metadata.faults()) {
      made.add(new TypeFindings(false).of(fault));
    }
    if (made.isEmpty()) {
      for (UnknownField field : metadata.unknown()) {
        made.add(UnknownFindings.of(field));
      }
      if (kind.isCrd()) {
        for (CustomFields.Pruned field : CustomFields.in(root, kind.schema())) {
          made.add(CustomFindings.pruned(field));
        }
      }
      SchemaValidator.Judgement judgement = kind.validate(root, limits);
      String exceeded = judgement.exceeded();
      if (exceeded != null) {
        return new Verdict(List.of(), List.of(tooComplex(document, kind, exceeded)), false);
      }
      for (Violation violation : judgement.violations()) {
        if (!CustomFindings.isGuess(violation, root)) {
          made.add(CustomFindings.of(violation, root));
        }
      }
    }
    return new Verdict(finish(made, resource, document.index()), kind.problems(), true);
  }

  private List<Finding> finish(List<Finding.Builder> made, ResourceRef resource, int document) {
    List<Finding> finished = new ArrayList<>(made.size());
    for (Finding.Builder builder : made) {
      finished.add(builder.resource(resource, document).build());
    }
    finished.sort(null);
    int most = limits.findings();
    if (finished.size() <= most) {
      return finished;
    }
    int more = finished.size() - most;
    List<Finding> first = new ArrayList<>(finished.subList(0, most));
    Finding last = first.remove(most - 1);
    String note = "and " + more + " more in this object (limit `schema-findings`)";
    first.add(last.toBuilder().note(note).build());
    return first;
  }

  private static Problem tooComplex(YamlDocument document, CustomKind kind, String exceeded) {
    return new Problem(
        "schema-too-complex",
        kind.schema().document().file().name(),
        Places.first(kind.schema()).start(),
        null,
        "schema: too complex to judge an object of `" + document.file().name() + "`: " + exceeded);
  }

  private List<CustomKind> candidates(SourceFile file, String apiVersion, String kind) {
    List<CustomKind> known = new ArrayList<>(1);
    for (CustomKind candidate : kinds.getOrDefault(apiVersion + " " + kind, List.of())) {
      if (candidate.covers(file)) {
        known.add(candidate);
      }
    }
    if (!known.isEmpty()) {
      return known;
    }
    String lower = kind.toLowerCase(Locale.ROOT);
    for (UserSchemaReader.ByPath path : byPath) {
      if (path.apiVersion().equals(apiVersion) && path.lowerKind().equals(lower)) {
        return List.of(new CustomKind(apiVersion, kind, true, path.schema(), false, ""));
      }
    }
    return List.of();
  }
}
