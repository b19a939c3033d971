package dev.hopcheck.report;

import dev.hopcheck.finding.Assumed;
import dev.hopcheck.finding.Callout;
import dev.hopcheck.finding.Edit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Fix;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.source.Location;
import dev.hopcheck.source.Position;
import java.util.Locale;

/** Writes one finding as JSON. */
final class FindingJson {
  private final Json json;

  FindingJson(Json json) {
    this.json = json;
  }

  void write(Finding finding, String fingerprint) {
    json.open();
    json.text("rule", finding.rule().value());
    json.text("severity", finding.severity().word());
    json.text("message", finding.headline());
    place(finding.location());
    json.text("field", finding.field());
    resource(finding.resource());
    json.number("document", finding.document());
    Rejection rejection = finding.rejection();
    if (rejection == null) {
      json.text("rejection", null);
    } else {
      json.open("rejection");
      rejection(rejection);
      json.close();
    }
    json.openList("consequences");
    for (Rejection consequence : finding.consequences()) {
      json.open();
      rejection(consequence);
      json.close();
    }
    json.closeList();
    Assumed assumed = finding.assumed();
    json.text("assumed", assumed == null ? null : assumed.word());
    related(finding);
    json.texts("notes", finding.notes());
    fixes(finding);
    json.text("fingerprint", fingerprint);
    json.close();
  }

  /** Of what is rendered the template, with lines and columns of the stream. */
  private void place(Location at) {
    range(at.name(), at);
    if (at.isRendered()) {
      json.text("rendered", at.file().name());
    }
  }

  private void range(String name, Location at) {
    Position start = at.start();
    Position end = at.end();
    json.text("file", name);
    json.number("line", start.line());
    json.number("column", start.column());
    json.number("endLine", end.line());
    json.number("endColumn", end.column());
  }

  private void resource(ResourceRef resource) {
    json.open("resource");
    json.text("apiVersion", resource.apiVersion());
    json.text("kind", resource.kind());
    json.text("namespace", resource.namespace());
    json.text("name", resource.name());
    json.close();
  }

  private void rejection(Rejection rejection) {
    json.text("field", rejection.field());
    json.text("reason", rejection.reason().word());
    json.text("message", rejection.message());
  }

  /** Other places; the text at the place itself is for people only. */
  private void related(Finding finding) {
    json.openList("related");
    for (Callout other : finding.related()) {
      Position start = other.at().start();
      json.open();
      json.text("file", other.at().name());
      json.number("line", start.line());
      json.number("column", start.column());
      if (other.at().isRendered()) {
        json.text("rendered", other.at().file().name());
      }
      json.text("message", other.text());
      json.close();
    }
    json.closeList();
  }

  private void fixes(Finding finding) {
    json.openList("fixes");
    for (Fix fix : finding.fixes()) {
      json.open();
      json.text("title", fix.title());
      json.text(
          "applicability", fix.applicability().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.openList("edits");
      for (Edit edit : fix.edits()) {
        json.open();
        range(edit.at().file().name(), edit.at());
        json.text("text", edit.replacement());
        json.close();
      }
      json.closeList();
      json.close();
    }
    json.closeList();
  }
}
