package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import java.util.List;

/**
 * What the server checks of a PersistentVolumeClaim (v1), be it an object of its own, a claim
 * template of a StatefulSet or an ephemeral volume of a pod.
 */
final class PersistentVolumeClaimRules implements Validator {
  static final List<String> ACCESS_MODES =
      List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
  static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

  private static final String EXCLUSIVE = "ReadWriteOncePod";
  private static final String CLAIM = "PersistentVolumeClaim";

  /** The release from which on attribute classes are not dropped. */
  private static final int FIRST_WITH_ATTRIBUTES = 34;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Field spec = object.root().get("spec");
    common(spec, facts, causes);
    normalizedSources(spec, causes);
  }

  /** Checks the spec of a claim that is part of another object. */
  static void ofTemplate(Field spec, ServerFacts facts, Causes causes) {
    common(spec, facts, causes);
    sources(spec, causes);
  }

  private static void common(Field spec, ServerFacts facts, Causes causes) {
    Field modes = spec.get("accessModes");
    if (modes.size() == 0) {
      causes
          .required(modes, "at least 1 access mode is required")
          .headline("claim has no access mode")
          .note("`ReadWriteOnce` lets the pods of one node write");
    }
    LabelSelectorRules.validate(spec.get("selector"), causes);
    accessModes(modes, causes);
    storage(spec.get("resources"), causes);
    className(spec.get("storageClassName"), causes);
    Field volumeMode = spec.get("volumeMode");
    if (volumeMode.present() && !VOLUME_MODES.contains(volumeMode.text())) {
      causes.notSupported(volumeMode, VOLUME_MODES);
    }
    if (facts.version().isAtLeast(FIRST_WITH_ATTRIBUTES)) {
      className(spec.get("volumeAttributesClassName"), causes);
    }
  }

  /** The list as a whole is blamed, be it for one of its items; we point at that. */
  static void accessModes(Field modes, Causes causes) {
    boolean exclusive = false;
    boolean shared = false;
    for (Field mode : modes.items()) {
      if (!ACCESS_MODES.contains(mode.text())) {
        causes
            .notSupported(modes, mode.text(), ACCESS_MODES)
            .at(mode.location())
            .about(mode)
            .headline("`" + mode.text() + "` is no access mode");
        continue;
      }
      exclusive |= mode.text().equals(EXCLUSIVE);
      shared |= !mode.text().equals(EXCLUSIVE);
    }
    if (exclusive && shared) {
      causes
          .forbidden(modes, "may not use ReadWriteOncePod with other access modes")
          .headline("`ReadWriteOncePod` stands beside other access modes");
    }
  }

  /** The server leaves out {@code requests} when it names the field. */
  private static void storage(Field resources, Causes causes) {
    Field requests = resources.get("requests");
    String path = resources.path() + "[storage]";
    Field storage = null;
    for (Field entry : requests.entries()) {
      if (entry.name().equals("storage")) {
        storage = entry;
      }
    }
    if (storage == null) {
      causes
          .required(requests, "")
          .path(path)
          .headline("claim does not say how much storage it needs")
          .note("give `resources.requests.storage`");
      return;
    }
    var amount = QuantityRules.of(storage);
    // A null amount, as an empty one, is zero.
    boolean absent = !storage.written() || storage.text().isEmpty();
    String shown = absent ? "0" : String.valueOf(amount);
    if (absent || (amount != null && amount.signum() <= 0)) {
      causes
          .invalidString(storage, shown, "must be greater than zero")
          .path(path)
          .headline("claim asks for no storage at all");
    }
  }

  private static void className(Field name, Causes causes) {
    if (!name.text().isEmpty()) {
      causes.invalidEach(name, Dns1123Subdomain.errors(name.text()));
    }
  }

  /** With what the volume of a template is filled: the older reference and the newer must agree. */
  private static void sources(Field spec, Causes causes) {
    Field older = spec.get("dataSource");
    Field newer = spec.get("dataSourceRef");
    if (older.written()) {
      source(older, older.path(), causes);
    }
    if (newer.written()) {
      source(newer, newer.path(), causes);
    }
    Field namespace = newer.get("namespace");
    if (!namespace.text().isEmpty()) {
      causes.invalidEach(namespace, Dns1123Label.errors(namespace.text()));
      if (older.written()) {
        causes
            .invalidBare(
                spec, "{}", "may not be specified when dataSourceRef.namespace is specified")
            .at(older.location());
      }
    } else if (older.written() && newer.written() && differ(older, newer)) {
      causes.invalidBare(spec, "{}", "must match dataSourceRef").at(older.location());
    }
  }

  /**
   * Of a claim itself the server first drops what it cannot use, a source in another namespace and
   * an older reference to anything but a claim or a snapshot, and then copies the one reference
   * that is left to the other: its faults are blamed twice.
   */
  private static void normalizedSources(Field spec, Causes causes) {
    Field older = spec.get("dataSource");
    Field newer = spec.get("dataSourceRef");
    boolean hasNewer = newer.written() && newer.text("namespace").isEmpty();
    boolean hasOlder = older.written() && (hasNewer || isClaimOrSnapshot(older));
    if (!hasOlder && !hasNewer) {
      return;
    }
    if (hasOlder) {
      source(older, older.path(), causes);
    }
    source(hasNewer ? newer : older, newer.path(), causes);
    if (!hasOlder) {
      source(newer, older.path(), causes);
    }
    if (hasOlder && hasNewer && differ(older, newer)) {
      causes
          .invalidBare(spec, "{}", "must match dataSourceRef")
          .at(older.location())
          .headline("`dataSource` and `dataSourceRef` differ");
    }
  }

  private static boolean isClaimOrSnapshot(Field source) {
    String group = source.text("apiGroup");
    return switch (source.text("kind")) {
      case CLAIM -> group.isEmpty();
      case "VolumeSnapshot" -> group.equals("snapshot.storage.k8s.io");
      default -> false;
    };
  }

  private static boolean differ(Field one, Field other) {
    return !one.text("apiGroup").equals(other.text("apiGroup"))
        || one.get("apiGroup").written() != other.get("apiGroup").written()
        || !one.text("kind").equals(other.text("kind"))
        || !one.text("name").equals(other.text("name"));
  }

  /** One reference, blamed under a path that need not be its own. */
  private static void source(Field source, String path, Causes causes) {
    Field name = source.get("name");
    Field kind = source.get("kind");
    Field group = source.get("apiGroup");
    if (name.text().isEmpty()) {
      blame(causes.required(name, ""), path + ".name", causes);
    }
    if (kind.text().isEmpty()) {
      blame(causes.required(kind, ""), path + ".kind", causes);
    }
    if (!group.text().isEmpty()) {
      for (String error : Dns1123Subdomain.errors(group.text())) {
        blame(causes.invalid(group, error), path + ".apiGroup", causes);
      }
    } else if (!kind.text().equals(CLAIM)) {
      Cause cause =
          causes
              .invalid(
                  source,
                  kind.text(),
                  "must be 'PersistentVolumeClaim' when referencing the default apiGroup")
              .about(kind);
      blame(cause, path, causes);
    }
  }

  private static void blame(Cause cause, String path, Causes causes) {
    String written = cause.path();
    if (!written.equals(path)) {
      cause.follows(causes.first(written));
    }
    cause.path(path);
  }
}
