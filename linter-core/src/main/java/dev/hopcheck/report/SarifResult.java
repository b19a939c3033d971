package dev.hopcheck.report;

import dev.hopcheck.engine.LintResult;
import dev.hopcheck.engine.Silenced;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes findings as results of SARIF. */
final class SarifResult {
  /** What stands for the standard input where a file must be named. */
  private static final String STREAM = "standard-input";

  private final Json json;
  private final SarifPlaces places;
  private final SarifRules rules;
  private final LintResult result;

  SarifResult(Json json, SarifPlaces places, SarifRules rules, LintResult result) {
    this.result = result;
    this.json = json;
    this.places = places;
    this.rules = rules;
  }

  /**
   * Writes one result.
   *
   * @param by what silences the finding; null where nothing does
   */
  void write(Finding finding, String fingerprint, @Nullable Silenced by) {
    json.open();
    json.text("ruleId", finding.rule().value());
    json.number("ruleIndex", rules.index(finding.rule()));
    json.text("level", SarifRules.level(finding.severity()));
    json.open("message");
    json.text("text", message(finding, result));
    json.close();
    json.openList("locations");
    Place at = Place.of(finding.location(), result);
    json.open();
    if (at.file() != null) {
      places.location(at);
    } else {
      stream(finding.location());
    }
    resource(finding.resource());
    json.close();
    json.closeList();
    related(finding.related());
    json.open("partialFingerprints");
    json.text("hopcheck/v1", fingerprint);
    json.close();
    fixes(finding.fixes());
    if (by != null) {
      suppression(by);
    }
    properties(finding);
    json.close();
  }

  /**
   * Code scanning refuses a whole upload for one result without a file: of what was rendered the
   * template is named, whose lines are not those of the stream; else the stream itself.
   */
  private void stream(Location at) {
    if (at.isRendered()) {
      places.location(at.name(), null);
    } else {
      places.location(STREAM, at.start());
    }
  }

  private static String message(Finding finding, LintResult result) {
    StringBuilder text = new StringBuilder(SarifText.line(finding.headline()));
    if (!finding.at().text().isEmpty()) {
      text.append("\nhere: ").append(SarifText.line(finding.at().text()));
    }
    String stream = Place.of(finding.location(), result).stream();
    if (!stream.isEmpty()) {
      text.append("\nat ").append(SarifText.line(stream));
    }
    for (Remark remark : Remark.of(finding)) {
      text.append('\n').append(remark.kind()).append(": ").append(SarifText.line(remark.text()));
    }
    return text.toString();
  }

  private void resource(ResourceRef resource) {
    if (resource.kind().isEmpty()) {
      return;
    }
    json.openList("logicalLocations");
    json.open();
    String name = resource.name().isEmpty() ? "" : "/" + resource.name();
    String namespace = resource.namespace().isEmpty() ? "" : "/" + resource.namespace();
    json.text(
        "fullyQualifiedName",
        Visible.line(resource.apiVersion() + "/" + resource.kind() + namespace + name));
    json.text("kind", "resource");
    json.close();
    json.closeList();
  }

  private void related(List<Callout> others) {
    boolean any = false;
    for (Callout other : others) {
      any |= Place.of(other.at(), result).file() != null;
    }
    if (!any) {
      return;
    }
    json.openList("relatedLocations");
    for (Callout other : others) {
      Place at = Place.of(other.at(), result);
      if (at.file() == null) {
        continue;
      }
      json.open();
      places.location(at);
      if (!other.text().isEmpty()) {
        json.open("message");
        json.text("text", SarifText.line(other.text()));
        json.close();
      }
      json.close();
    }
    json.closeList();
  }

  private void fixes(List<Fix> fixes) {
    boolean any = false;
    for (Fix fix : fixes) {
      // Nobody can carry out the edits of a stream.
      if (fix.edits().isEmpty() || Place.isStream(fix.edits().get(0).at().file().name())) {
        continue;
      }
      if (!any) {
        json.openList("fixes");
        any = true;
      }
      json.open();
      json.open("description");
      json.text("text", SarifText.line(fix.title()));
      json.close();
      json.openList("artifactChanges");
      for (Map.Entry<SourceFile, List<Edit>> change : byFile(fix).entrySet()) {
        change(change.getKey(), change.getValue());
      }
      json.closeList();
      json.open("properties");
      json.text("applicability", word(fix));
      json.close();
      json.close();
    }
    if (any) {
      json.closeList();
    }
  }

  private static String word(Fix fix) {
    return fix.applicability().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<SourceFile, List<Edit>> byFile(Fix fix) {
    Map<SourceFile, List<Edit>> files = new LinkedHashMap<>();
    for (Edit edit : fix.edits()) {
      files.computeIfAbsent(edit.at().file(), file -> new ArrayList<>()).add(edit);
    }
    return files;
  }

  private void change(SourceFile file, List<Edit> edits) {
    json.open();
    places.artifact(file);
    json.openList("replacements");
    for (Edit edit : edits) {
      Location at = edit.at();
      json.open();
      places.region("deletedRegion", at.start(), at.end());
      json.open("insertedContent");
      json.text("text", edit.replacement());
      json.close();
      json.close();
    }
    json.closeList();
    json.close();
  }

  private void suppression(Silenced by) {
    json.openList("suppressions");
    json.open();
    json.text("kind", "inSource");
    json.text("status", "accepted");
    json.text("justification", Visible.line(by.reason()));
    if (by.until() != null) {
      json.open("properties");
      json.text("until", by.until().toString());
      json.close();
    }
    json.close();
    json.closeList();
  }

  private void properties(Finding finding) {
    json.open("properties");
    json.text("field", Visible.line(finding.field()));
    json.number("document", finding.document());
    if (finding.rejection() != null) {
      json.text("reason", finding.rejection().reason().word());
    }
    if (finding.assumed() != null) {
      json.text("assumed", finding.assumed().word());
    }
    json.close();
  }
}
