package dev.hopcheck.schema;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells users of kinds of built-in groups that are not served, and which to use instead. */
final class KindFindings {
  private KindFindings() {}

  static KindCheck notServed(YamlNode versionNode, YamlNode kindNode, Schemas schemas) {
    String apiVersion = versionNode.text();
    String kind = kindNode.text();
    Kinds kinds = schemas.kinds();
    Kinds.Removal removal = kinds.removal(apiVersion, kind);
    if (removal != null) {
      return removed(versionNode, kindNode, removal, schemas);
    }
    int later = kinds.comesWith(apiVersion, kind);
    if (later > 0) {
      return check(
          InputRule.API_VERSION_UNKNOWN,
          quoted(apiVersion)
              + " serves "
              + quoted(kind)
              + " only from Kubernetes 1."
              + later
              + " on",
          versionNode,
          "apiVersion",
          noMatch(kind, apiVersion),
          null);
    }
    List<String> own = kinds.kindsOf(apiVersion);
    NearestName near = NearestName.of(kind, own);
    if (near.only() != null) {
      return renamed(kindNode, apiVersion, near);
    }
    String elsewhere = kinds.servedElsewhere(apiVersion, kind);
    if (elsewhere != null) {
      return inOtherVersion(versionNode, kindNode, elsewhere, own.isEmpty());
    }
    NearestName version = NearestName.of(apiVersion, kinds.apiVersions());
    if (own.isEmpty() && version.only() != null) {
      return inOtherVersion(versionNode, kindNode, version.names().get(0), true);
    }
    NearestName anywhere = NearestName.of(kind, kinds.allKinds());
    KindCheck check =
        check(
            InputRule.API_VERSION_UNKNOWN,
            quoted(apiVersion) + " has no kind " + quoted(kind),
            own.isEmpty() ? versionNode : kindNode,
            own.isEmpty() ? "apiVersion" : "kind",
            noMatch(kind, apiVersion),
            null);
    if (check.finding() != null && anywhere.only() != null) {
      check.finding().label("did you mean `" + anywhere.only() + "`?");
    }
    return check;
  }

  /** A custom resource that no definition can describe, so that no server serves it. */
  static KindCheck impossible(YamlNode versionNode, YamlNode kindNode, YamlNode wrong) {
    boolean kind = wrong == kindNode;
    KindCheck check =
        check(
            InputRule.API_VERSION_UNKNOWN,
            quoted(wrong.text()) + (kind ? " cannot be the name of a kind" : " is no API version"),
            wrong,
            kind ? "kind" : "apiVersion",
            noMatch(Places.cut(kindNode.text()), Places.cut(versionNode.text())),
            null);
    if (check.finding() != null) {
      check
          .finding()
          .label(
              kind
                  ? "kinds are letters, digits and `-`, at most 63"
                  : "it is written `group/version`, the group as a domain in lower case");
    }
    return check;
  }

  private static KindCheck removed(
      YamlNode versionNode, YamlNode kindNode, Kinds.Removal removal, Schemas schemas) {
    String apiVersion = versionNode.text();
    String kind = kindNode.text();
    boolean ingress = kind.equals("Ingress");
    KindCheck check =
        check(
            ingress ? InputRule.INGRESS_REMOVED_API : InputRule.API_VERSION_REMOVED,
            quoted(apiVersion)
                + " "
                + quoted(kind)
                + " is not served since Kubernetes 1."
                + removal.minor(),
            versionNode,
            "apiVersion",
            noMatch(kind, apiVersion),
            schemas.kinds().currentFor(apiVersion, kind));
    Finding.Builder finding = check.finding();
    if (finding == null) {
      return check;
    }
    if (removal.successor().isEmpty()) {
      finding.note("nothing serves this kind any more");
      return check;
    }
    finding.label("use `" + removal.successor() + "`");
    if (ingress) {
      finding.note(
          "in `networking.k8s.io/v1` each path needs a `pathType`, and a backend is"
              + " `service: {name, port: {number}}`");
    }
    finding.fix(
        "change `" + apiVersion + "` to `" + removal.successor() + "`",
        Applicability.UNSAFE,
        versionNode.location(),
        removal.successor());
    return check;
  }

  private static KindCheck renamed(YamlNode kindNode, String apiVersion, NearestName near) {
    String meant = near.names().get(0);
    KindCheck check =
        check(
            InputRule.API_VERSION_UNKNOWN,
            quoted(apiVersion) + " has no kind " + quoted(kindNode.text()),
            kindNode,
            "kind",
            noMatch(kindNode.text(), apiVersion),
            null);
    if (check.finding() != null) {
      check.finding().label("did you mean `" + meant + "`?");
      check
          .finding()
          .fix(
              "change `" + Places.cut(kindNode.text()) + "` to `" + meant + "`",
              near.distance() <= 1 ? Applicability.SAFE : Applicability.UNSAFE,
              kindNode.location(),
              meant);
    }
    return check;
  }

  private static KindCheck inOtherVersion(
      YamlNode versionNode, YamlNode kindNode, String other, boolean unknownVersion) {
    String apiVersion = versionNode.text();
    KindCheck check =
        check(
            InputRule.API_VERSION_UNKNOWN,
            unknownVersion
                ? "there is no API version " + quoted(apiVersion)
                : quoted(apiVersion) + " has no kind " + quoted(kindNode.text()),
            versionNode,
            "apiVersion",
            noMatch(kindNode.text(), apiVersion),
            null);
    if (check.finding() != null) {
      check.finding().label("did you mean `" + other + "`?");
      check
          .finding()
          .fix(
              "change `" + Places.cut(apiVersion) + "` to `" + other + "`",
              Applicability.UNSAFE,
              versionNode.location(),
              other);
    }
    return check;
  }

  private static KindCheck check(
      InputRule rule,
      String headline,
      YamlNode at,
      String field,
      String message,
      @Nullable ObjectType type) {
    KindCheck refused =
        KindCheck.refused(
            rule,
            headline,
            at.location(),
            new Rejection(field, Rejection.Reason.NOT_SERVED, message));
    return new KindCheck(refused.status(), type, refused.finding());
  }

  private static String noMatch(String kind, String apiVersion) {
    return "no matches for kind \"" + kind + "\" in version \"" + apiVersion + "\"";
  }

  private static String quoted(String text) {
    return "`" + Places.cut(text) + "`";
  }
}
