package dev.hopcheck.yaml;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of doubled keys what becomes of them (LOAD-02). A key that overrides a merged one is meant
 * and only an info; where a separator or a dash was forgotten, all keys doubled by that are one
 * finding.
 */
public final class DuplicateKeyFindings {
  private enum Cause {
    KEY,
    SEPARATOR,
    DASH
  }

  private final YamlDocument document;
  private final ResourceRef resource;
  private final List<Finding> findings = new ArrayList<>(0);

  private DuplicateKeyFindings(YamlDocument document, ResourceRef resource) {
    this.document = document;
    this.resource = resource;
  }

  /** The findings of a document whose resource is not known. */
  public static List<Finding> of(YamlDocument document) {
    return of(document.root(), ResourceRef.NONE);
  }

  /**
   * The findings of an object, be it a document or an item of a List, in order of the second place.
   */
  public static List<Finding> of(YamlNode object, ResourceRef resource) {
    YamlDocument document = object.document();
    if (document.duplicates().isEmpty()) {
      return List.of();
    }
    List<DuplicateKey> left = new ArrayList<>();
    List<DuplicateKey> overridden = new ArrayList<>(0);
    for (DuplicateKey duplicate : document.duplicates()) {
      if (object.span().contains(duplicate.second().span())) {
        (duplicate.merged() ? overridden : left).add(duplicate);
      }
    }
    DuplicateKeyFindings made = new DuplicateKeyFindings(document, resource);
    Set<DuplicateKey> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < left.size(); i++) {
      if (!told.contains(left.get(i))) {
        made.next(left.get(i), left.subList(i + 1, left.size()), told);
      }
    }
    for (DuplicateKey duplicate : overridden) {
      made.overridden(duplicate);
    }
    return List.copyOf(made.findings);
  }

  /** Tells of a duplicate with all later ones that go back to the same mistake. */
  private void next(DuplicateKey lead, List<DuplicateKey> left, Set<DuplicateKey> told) {
    List<DuplicateKey> followers = followers(lead, left, told);
    Cause cause = followers.isEmpty() ? Cause.KEY : cause(lead);
    String key = lead.key();
    Finding.Builder finding =
        Finding.of(
                InputRule.YAML_DUPLICATE_KEY.id(),
                InputRule.YAML_DUPLICATE_KEY.severity(),
                headline(cause, lead),
                lead.second())
            .field(lead.path())
            .resource(resource, document.index())
            .rejection(rejection(lead));
    if (cause == Cause.KEY) {
      one(finding, lead);
    } else {
      finding.label("`" + key + "` stands here again, with all that follows");
      finding.related(lead.first(), "`" + key + "` before, silently lost");
      finding.note(
          "`kubectl apply` takes both for one and keeps the last value of each key;"
              + " strict clients refuse the document");
      for (DuplicateKey follower : followers) {
        finding.related(follower.second(), "`" + follower.key() + "` again");
        finding.consequence(rejection(follower));
      }
      told.addAll(followers);
      if (cause == Cause.SEPARATOR) {
        separate(finding, lead);
      }
    }
    findings.add(finding.build());
  }

  /** Mostly meant, and clients that send JSON accept it; only strict decoding of YAML refuses. */
  private void overridden(DuplicateKey duplicate) {
    findings.add(
        Finding.of(
                InputRule.YAML_DUPLICATE_KEY.id(),
                Severity.INFO,
                "`" + duplicate.key() + "` overrides what `<<` brings",
                duplicate.second())
            .field(duplicate.path())
            .resource(resource, document.index())
            .rejection(rejection(duplicate))
            .related(duplicate.first(), "merged here")
            .note("`kubectl apply` accepts it; a client that sends the YAML itself does not")
            .build());
  }

  private void one(Finding.Builder finding, DuplicateKey lead) {
    YamlNode before = value(lead, lead.first());
    YamlNode after = value(lead, lead.second());
    if (before != null
        && after != null
        && before.isScalar()
        && after.isScalar()
        && before.scalar().equals(after.scalar())) {
      finding.label("stands here again with the same value");
      finding.related(lead.first(), "first stands here");
      finding.note("strict clients refuse the document; `kubectl apply` does not");
      remove(finding, lead, after);
      return;
    }
    finding.label("stands here again; this value counts");
    winner(finding, lead, after);
    finding.related(lead.first(), "first stands here; this value is silently lost");
    finding.note(
        "the last one wins with `kubectl apply` and the server never sees the first;"
            + " strict clients refuse the document");
  }

  /** Where the winning value begins on a later line: the place that go-yaml's message names. */
  private void winner(Finding.Builder finding, DuplicateKey lead, @Nullable YamlNode value) {
    if (value == null || value.isScalar()) {
      return;
    }
    Location place = firstScalar(value);
    if (place != null && place.start().line() != lead.second().start().line()) {
      finding.related(place, "the value that counts");
    }
  }

  private static @Nullable Location firstScalar(YamlNode collection) {
    if (collection.isMapping()) {
      List<YamlEntry> entries = collection.entries();
      return entries.isEmpty() ? null : entries.get(0).keyNode().location();
    }
    List<YamlNode> items = collection.items();
    if (items.isEmpty()) {
      return null;
    }
    YamlNode first = items.get(0);
    return first.isScalar() ? first.location() : firstScalar(first);
  }

  private static String headline(Cause cause, DuplicateKey lead) {
    return switch (cause) {
      case KEY -> "`" + lead.path() + "` is given twice";
      case SEPARATOR -> "a line `---` is missing before the second `" + lead.key() + "`";
      case DASH -> "`-` is missing before the second `" + lead.key() + "`";
    };
  }

  private static Rejection rejection(DuplicateKey duplicate) {
    return new Rejection(
        duplicate.path(),
        Rejection.Reason.DUPLICATE_FIELD,
        "key \"" + duplicate.key() + "\" already set in map");
  }

  /** Duplicates of the same mapping up to where the lead key stands once more. */
  private List<DuplicateKey> followers(
      DuplicateKey lead, List<DuplicateKey> left, Set<DuplicateKey> told) {
    List<DuplicateKey> found = new ArrayList<>(0);
    if (cause(lead) == Cause.KEY) {
      return found;
    }
    for (DuplicateKey other : left) {
      if (other.mapping() == lead.mapping() && !told.contains(other)) {
        if (other.key().equals(lead.key())) {
          break;
        }
        found.add(other);
      }
    }
    return found;
  }

  /** What was forgotten if more keys than this are doubled. */
  private Cause cause(DuplicateKey lead) {
    boolean head = lead.key().equals("apiVersion") || lead.key().equals("kind");
    if (head && document.root().id() == lead.mapping()) {
      return Cause.SEPARATOR;
    }
    boolean isFirst = document.start(lead.mapping() + 1) == lead.first().span().start();
    return isFirst && lead.path().endsWith("]." + lead.key()) ? Cause.DASH : Cause.KEY;
  }

  private @Nullable YamlNode value(DuplicateKey duplicate, Location key) {
    int at = Children.last(document, key.span().start());
    boolean inside = at > duplicate.mapping() && at < document.behind(duplicate.mapping());
    return inside && document.span(at).equals(key.span())
        ? document.node(document.after(at), -1)
        : null;
  }

  private void separate(Finding.Builder finding, DuplicateKey lead) {
    SourceFile file = document.file();
    int start = lead.second().span().start();
    if (file.position(start).column() == 1) {
      Location at = new Location(file, new Span(start, start));
      finding.fix(
          "insert a line `---` before the second `" + lead.key() + "`",
          Applicability.UNSAFE,
          at,
          "---\n");
    }
  }

  /** Both say the same, so that the second can go if it has its line for itself. */
  private void remove(Finding.Builder finding, DuplicateKey lead, YamlNode value) {
    SourceFile file = document.file();
    int line = lead.second().start().line();
    int start = file.lineStart(line);
    int end = line < file.lines() ? file.lineStart(line + 1) : file.length();
    boolean alone = value.span().end() <= end && value.span().start() >= start;
    for (int i = start; alone && i < lead.second().span().start(); i++) {
      alone = file.at(i) == ' ';
    }
    for (int i = value.span().end(); alone && i < end; i++) {
      alone = file.at(i) >= 0 && file.at(i) <= ' ';
    }
    if (alone) {
      finding.fix(
          "remove the second `" + lead.key() + "`",
          Applicability.SAFE,
          new Location(file, new Span(start, end)),
          "");
    }
  }
}
