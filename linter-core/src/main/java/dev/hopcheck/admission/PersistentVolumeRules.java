package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.Quantity;
import java.util.List;

/** What the server checks of a PersistentVolume (v1). */
final class PersistentVolumeRules implements Validator {
  private static final List<String> RECLAIM = List.of("Delete", "Recycle", "Retain");

  /** The release from which on attribute classes are not dropped. */
  private static final int FIRST_WITH_ATTRIBUTES = 34;

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field spec = object.root().get("spec");
    Field modes = spec.get("accessModes");
    if (modes.size() == 0) {
      causes.required(modes, "");
    }
    PersistentVolumeClaimRules.accessModes(modes, causes);
    capacity(spec.get("capacity"), causes);
    Field reclaim = spec.get("persistentVolumeReclaimPolicy");
    if (!RECLAIM.contains(reclaim.text())) {
      causes.notSupported(reclaim, RECLAIM);
    }
    Field affinity = spec.get("nodeAffinity");
    if (affinity.written()) {
      nodes(affinity.get("required"), causes);
    }
    PersistentVolumeSourceRules.validate(object, spec, causes);
    if (!spec.text("storageClassName").isEmpty()) {
      Field name = spec.get("storageClassName");
      causes.invalidEach(name, Dns1123Subdomain.errors(name.text()));
    }
    Field mode = spec.get("volumeMode");
    if (!PersistentVolumeClaimRules.VOLUME_MODES.contains(mode.text())) {
      causes.notSupported(mode, PersistentVolumeClaimRules.VOLUME_MODES);
    }
    if (facts.version().isAtLeast(FIRST_WITH_ATTRIBUTES)) {
      attributes(spec, causes);
    }
  }

  /** How much it holds; nothing but {@code storage} can be said there. */
  private static void capacity(Field capacity, Causes causes) {
    if (capacity.size() == 0) {
      causes.required(capacity, "").headline("volume does not say how much it holds");
    }
    if (!capacity.memberNames().contains("storage") || capacity.size() > 1) {
      causes.notSupported(capacity, JsonText.of(capacity), List.of("storage"));
    }
    for (Field entry : capacity.entries()) {
      Quantity amount = entry.text().isEmpty() ? Quantity.ZERO : QuantityRules.of(entry);
      if (amount == null || amount.signum() > 0) {
        continue;
      }
      if (amount.signum() < 0) {
        causes.invalidString(entry, amount.toString(), "must be a valid resource quantity");
      }
      causes.invalidString(entry, amount.toString(), "must be greater than zero");
    }
  }

  private static void nodes(Field required, Causes causes) {
    if (required.written()) {
      NodeSelectorRules.validate(required, causes);
    } else {
      causes.required(required, "must specify required node constraints");
    }
  }

  private static void attributes(Field spec, Causes causes) {
    Field name = spec.get("volumeAttributesClassName");
    if (!name.written()) {
      return;
    }
    if (name.text().isEmpty()) {
      causes.required(name, "an empty string is disallowed");
    } else {
      causes.invalidEach(name, Dns1123Subdomain.errors(name.text()));
    }
    if (!spec.get("csi").written()) {
      causes.required(spec.get("csi"), "has to be specified when using volumeAttributesClassName");
    }
  }
}
