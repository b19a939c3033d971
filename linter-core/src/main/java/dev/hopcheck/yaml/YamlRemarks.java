package dev.hopcheck.yaml;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of a readable text what clients silently make of it: tags that they ignore (DEC-16), whole
 * numbers that they round (section 5.3), and byte order marks that they take for text (DEC-05).
 */
public final class YamlRemarks {
  /** Fewer characters than these write no number beyond 64 bits, or beyond a double's 53. */
  private static final int SHORTEST = 16;

  /** What is longer is no number that somebody reads. */
  private static final int LONGEST = 400;

  /** No large decimal: each run would pay the milliseconds that their class takes to set up. */
  private static final long EXACT = 1L << 53;

  private final YamlDocument document;
  private final ResourceRef resource;
  private final List<Finding> findings = new ArrayList<>(0);

  private YamlRemarks(YamlDocument document, ResourceRef resource) {
    this.document = document;
    this.resource = resource;
  }

  /** The remarks on an object, be it a document or an item of a List, in order of writing. */
  public static List<Finding> of(YamlNode object, ResourceRef resource) {
    YamlDocument document = object.document();
    YamlRemarks remarks = new YamlRemarks(document, resource);
    int end = object.span().end();
    int count = document.nodes();
    boolean tags = document.hasTags();
    for (int id = object.id(); id < count && document.start(id) <= end; id++) {
      if (tags && document.tag(id) != null) {
        remarks.tag(id);
      }
      if (document.end(id) - document.start(id) >= SHORTEST && document.isPlain(id)) {
        remarks.number(id);
      }
    }
    return remarks.findings;
  }

  /** The remark on a byte order mark within a file; null where none is. */
  public static @Nullable Finding mark(SourceFile file) {
    int at = file.strayMark();
    if (at < 0) {
      return null;
    }
    return Finding.of(
            InputRule.YAML_BYTE_ORDER_MARK.id(),
            InputRule.YAML_BYTE_ORDER_MARK.severity(),
            "byte order mark (U+FEFF) inside the file",
            new Location(file, new Span(at, at + 3)))
        .label("an invisible character")
        .note("only at the beginning of a document is it skipped; else it is part of the text")
        .fix(shown("remove it; files that were joined may each have brought one"))
        .build();
  }

  private static Fix shown(String what) {
    return new Fix(what, Applicability.DISPLAY_ONLY, List.of());
  }

  private void tag(int id) {
    String tag = document.tag(id);
    if (tag == null || isHeeded(tag, id)) {
      return;
    }
    int start = tagStart(id);
    int end = Properties.token(document.file().bytes(), start, document.span().end());
    findings.add(
        Finding.of(
                InputRule.YAML_TAG_IGNORED.id(),
                InputRule.YAML_TAG_IGNORED.severity(),
                "the tag of a value is ignored",
                new Location(document.file(), new Span(start, end)))
            .label("clients read the value as if this were not here")
            .note("Kubernetes knows no tags but those of YAML's own scalars")
            .fix(shown("remove the tag; if another tool replaces it, check what that tool writes"))
            .resource(resource, document.index())
            .build());
  }

  private boolean isHeeded(String tag, int id) {
    if (tag.equals("!")) {
      return true;
    }
    if (!tag.startsWith(ScalarResolver.TAG_PREFIX)) {
      return false;
    }
    return switch (tag.substring(ScalarResolver.TAG_PREFIX.length())) {
      case "str", "int", "float", "bool", "null", "binary" -> document.isLeaf(id);
      case "map" -> document.isMapping(id);
      case "seq" -> document.isSequence(id);
      default -> false;
    };
  }

  /** Between the node before and this one stand indicators, comments, the anchor and the tag. */
  private int tagStart(int id) {
    byte[] bytes = document.file().bytes();
    int at = document.span().start();
    if (id > 0) {
      at = document.isLeaf(id - 1) ? document.end(id - 1) : document.start(id - 1) + 1;
    }
    while (at < document.start(id) && bytes[at] != '!') {
      at = bytes[at] == '#' ? Properties.line(bytes, at, document.start(id)) : at + 1;
    }
    return at;
  }

  private void number(int id) {
    byte first = document.file().at(document.start(id));
    boolean numeric = first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
    if (!numeric || document.end(id) - document.start(id) > LONGEST || document.isString(id)) {
      return;
    }
    Scalar scalar = document.scalar(id);
    boolean number = scalar.type() == Scalar.Type.INTEGER || scalar.type() == Scalar.Type.FLOAT;
    String sent = number ? NumberText.sent(scalar.text()) : "";
    BigDecimal meant = number ? NumberText.written(document.text(id)) : null;
    boolean rounded =
        meant != null
            && meant.abs().compareTo(BigDecimal.valueOf(EXACT)) > 0
            && meant.stripTrailingZeros().scale() <= 0
            && meant.compareTo(new BigDecimal(sent)) != 0;
    if (!rounded) {
      return;
    }
    findings.add(
        Finding.of(
                InputRule.YAML_NUMBER_ROUNDED.id(),
                InputRule.YAML_NUMBER_ROUNDED.severity(),
                "the number has more digits than clients send",
                new Location(document.file(), document.span(id)))
            .label("the last digits are lost")
            .note("whole numbers are exact in 64 bits, all others in 53")
            .fix(shown("quote it, if the field takes a string"))
            .resource(resource, document.index())
            .build());
  }
}
