package dev.hopcheck.schema;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.Naming;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.source.Location;
import dev.hopcheck.value.Dns1035Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.yaml.YamlEntry;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an object's {@code apiVersion} and {@code kind} say (DEC-25; robustness 45 to 47).
 *
 * @param type the struct to read the object with; null where none is known
 * @param finding why the server looks at nothing else; null where it goes on
 */
record KindCheck(
    Decoded.Status status, @Nullable ObjectType type, Finding.@Nullable Builder finding) {
  private static final KindCheck NO_OBJECT = new KindCheck(Decoded.Status.NO_OBJECT, null, null);

  static KindCheck of(YamlNode root, Schemas schemas) {
    if (isListOfObjects(root)) {
      return refused(
          InputRule.WRONG_TYPE,
          "a manifest is one object, not a list of objects",
          Places.first(root),
          new Rejection(
              "",
              Rejection.Reason.DECODING,
              "couldn't get version/kind; json parse error: json: cannot unmarshal array"));
    }
    if (!isObject(root)) {
      return NO_OBJECT;
    }
    KindCheck apiVersion = named(root, "apiVersion");
    if (apiVersion != null) {
      return apiVersion;
    }
    KindCheck kind = named(root, "kind");
    return kind != null ? kind : known(root, schemas);
  }

  /** Whether a document is a list of what would be objects, of which the server takes none. */
  static boolean isListOfObjects(YamlNode root) {
    List<YamlNode> items = root.isSequence() ? root.items() : List.of();
    return !items.isEmpty()
        && items.get(0).get("apiVersion") != null
        && items.get(0).get("kind") != null;
  }

  /**
   * Text that names both is an object, and text that names one if it also has an object's parts.
   */
  static boolean isObject(YamlNode root) {
    if (root.entry("apiVersion") != null && root.entry("kind") != null) {
      return true;
    }
    boolean version = false;
    boolean kind = false;
    boolean parts = false;
    for (YamlEntry entry : root.entries()) {
      version |= entry.key().equalsIgnoreCase("apiVersion");
      kind |= entry.key().equalsIgnoreCase("kind");
      parts |= entry.key().equals("metadata") || entry.key().equals("spec");
    }
    return version && kind || (version || kind) && parts;
  }

  /**
   * A head field that is missing, empty, of another type or in another case; null where it is fine.
   */
  private static @Nullable KindCheck named(YamlNode root, String field) {
    YamlEntry entry = root.entry(field);
    if (entry == null || entry.value().isNull()) {
      return missing(root, field, entry);
    }
    YamlNode value = entry.value();
    if (value.isPlaceholder()) {
      return new KindCheck(Decoded.Status.NOT_BUILT_IN, null, null);
    }
    if (!value.isScalar() || !value.scalar().isString()) {
      String message =
          "couldn't get version/kind; json parse error: json: cannot unmarshal "
              + GoWords.jsonType(value)
              + " into Go struct field ."
              + field
              + " of type string";
      return refused(
          InputRule.WRONG_TYPE,
          "`" + field + "` must be a string",
          Places.of(value, entry.keyNode()),
          new Rejection(field, Rejection.Reason.DECODING, message));
    }
    return value.text().isEmpty() ? missing(root, field, entry) : null;
  }

  private static KindCheck missing(YamlNode root, String field, @Nullable YamlEntry written) {
    String message =
        field.equals("kind") ? "Object 'Kind' is missing" : "Object 'apiVersion' is missing";
    YamlEntry near = written;
    for (YamlEntry entry : root.entries()) {
      if (near == null && entry.key().equalsIgnoreCase(field)) {
        near = entry;
      }
    }
    Location at = near == null ? Places.first(root) : near.keyNode().location();
    KindCheck check =
        refused(
            InputRule.REQUIRED_FIELD_MISSING,
            "`" + field + "` is missing" + beside(at),
            at,
            new Rejection(field, Rejection.Reason.DECODING, message));
    if (check.finding() != null && near != null && written == null) {
      check.finding().label("field names are case-sensitive: did you mean `" + field + "`?");
      check
          .finding()
          .fix(
              "change `" + near.key() + "` to `" + field + "`",
              Applicability.SAFE,
              near.keyNode().location(),
              field);
    }
    return check;
  }

  private static String beside(Location at) {
    String text = Naming.missingFrom("", at);
    return text == null ? "" : " beside `" + text + "`";
  }

  private static KindCheck known(YamlNode root, Schemas schemas) {
    YamlNode versionNode = value(root, "apiVersion");
    YamlNode kindNode = value(root, "kind");
    String apiVersion = versionNode.text();
    String kind = kindNode.text();
    if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
      return refused(
          InputRule.API_VERSION_UNKNOWN,
          "`" + Places.cut(apiVersion) + "` is no API version: write `group/version`",
          versionNode.location(),
          new Rejection(
              "apiVersion",
              Rejection.Reason.DECODING,
              "unexpected GroupVersion string: " + apiVersion));
    }
    ObjectType served = schemas.find(apiVersion, kind);
    if (served != null) {
      return new KindCheck(Decoded.Status.DECODED, served, null);
    }
    Kinds kinds = schemas.kinds();
    if (!kinds.isBuiltInGroup(apiVersion)) {
      return custom(versionNode, kindNode);
    }
    if (isNoObject(apiVersion, kind)) {
      YamlEntry items = kind.equals("List") ? root.entry("items") : null;
      return items == null || items.value().isNull() || items.value().isSequence()
          ? NO_OBJECT
          : itemsAreNoList(items);
    }
    if (isListOfServed(kinds, apiVersion, kind)) {
      return new KindCheck(Decoded.Status.NOT_BUILT_IN, null, null);
    }
    return KindFindings.notServed(versionNode, kindNode, schemas);
  }

  /** A kind that some definition may have, or none. */
  private static KindCheck custom(YamlNode versionNode, YamlNode kindNode) {
    String apiVersion = versionNode.text();
    int slash = apiVersion.indexOf('/');
    if (!Dns1123Subdomain.isValid(apiVersion.substring(0, Math.max(0, slash)))
        || !Dns1035Label.isValid(apiVersion.substring(slash + 1))) {
      return KindFindings.impossible(versionNode, kindNode, versionNode);
    }
    return Dns1035Label.isValid(kindNode.text().toLowerCase(Locale.ROOT))
        ? new KindCheck(Decoded.Status.NOT_BUILT_IN, null, null)
        : KindFindings.impossible(versionNode, kindNode, kindNode);
  }

  /** Clients take a List apart and stop here, before anything is sent. */
  private static KindCheck itemsAreNoList(YamlEntry items) {
    return refused(
        InputRule.WRONG_TYPE,
        "`items` of a List must be a list of objects",
        items.keyNode().location(),
        new Rejection(
            "items",
            Rejection.Reason.DECODING,
            "json: cannot unmarshal "
                + (items.value().isMapping() ? "object" : "string")
                + " into Go struct field List.items of type []runtime.RawExtension"));
  }

  /**
   * Whether the node is a List that holds nothing, of which clients say that there is no object.
   */
  static boolean isEmptyList(YamlNode root) {
    if (!says(root, "apiVersion", "v1") || !says(root, "kind", "List")) {
      return false;
    }
    YamlEntry items = root.entry("items");
    return items == null || items.value().isNull();
  }

  private static boolean says(YamlNode root, String key, String text) {
    YamlEntry entry = root.entry(key);
    return entry != null && entry.value().isScalar() && entry.value().text().equals(text);
  }

  /** Files of clients that look like objects and are never sent: a kubeconfig has version v1. */
  private static boolean isNoObject(String apiVersion, String kind) {
    return apiVersion.equals("v1") && (kind.equals("Config") || kind.equals("List"));
  }

  /** Kinds that the server knows but nobody creates by a manifest: lists, subresources, answers. */
  private static boolean isListOfServed(Kinds kinds, String apiVersion, String kind) {
    if (kind.endsWith("List")) {
      String item = kind.substring(0, kind.length() - "List".length());
      return kinds.served(apiVersion, item) != null;
    }
    String whole = apiVersion + " " + kind;
    return List.of(
            "v1 Status",
            "v1 ComponentStatus",
            "v1 PodExecOptions",
            "v1 DeleteOptions",
            "autoscaling/v1 Scale",
            "policy/v1 Eviction",
            "authentication.k8s.io/v1 TokenRequest")
        .contains(whole);
  }

  private static YamlNode value(YamlNode root, String field) {
    YamlNode value = root.get(field);
    return value == null ? root : value;
  }

  /** The server looks at nothing else. */
  static KindCheck refused(InputRule rule, String headline, Location at, Rejection rejection) {
    Finding.Builder finding =
        Finding.of(rule.id(), rule.severity(), headline, at)
            .field(rejection.field())
            .rejection(rejection)
            .note("the API server answers: `" + rejection.message() + "`");
    return new KindCheck(Decoded.Status.NOT_SERVED, null, finding);
  }
}
