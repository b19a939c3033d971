package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server checks of the objects by which storage drivers announce themselves
 * (storage.k8s.io/v1).
 */
final class CsiRules {
  private static final int MAX_NODE_ID = 256;
  private static final long SHORTEST_TOKEN = 600;
  private static final long LONGEST_TOKEN = 1L << 32;
  private static final List<String> GROUP_POLICIES =
      List.of("File", "None", "ReadWriteOnceWithFSType");
  private static final List<String> LIFECYCLES = List.of("Ephemeral", "Persistent");

  private CsiRules() {}

  static void driver(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field spec = object.root().get("spec");
    Field policy = spec.get("fsGroupPolicy");
    if (policy.written() && !GROUP_POLICIES.contains(policy.text())) {
      causes.notSupported(policy, GROUP_POLICIES);
    }
    tokens(spec.get("tokenRequests"), causes);
    Field modes = spec.get("volumeLifecycleModes");
    for (Field mode : modes.items()) {
      if (!LIFECYCLES.contains(mode.text())) {
        causes.notSupported(modes, mode.text(), LIFECYCLES).at(mode.location()).about(mode);
      }
    }
    Field period = spec.get("nodeAllocatableUpdatePeriodSeconds");
    if (period.written() && period.number() < 10) {
      causes.invalidNumber(period, period.number(), "must be greater than or equal to 10 seconds");
    }
    Field secrets = spec.get("serviceAccountTokenInSecrets");
    if (secrets.written() && spec.size("tokenRequests") == 0) {
      causes.invalidBare(
          secrets,
          secrets.text(),
          "serviceAccountTokenInSecrets is set but no tokenRequests are specified");
    }
  }

  private static void tokens(Field requests, Causes causes) {
    Set<String> audiences = new HashSet<>();
    for (Field request : requests.items()) {
      Field audience = request.get("audience");
      if (!audiences.add(audience.text())) {
        causes.duplicate(audience, audience.text());
        continue;
      }
      Field seconds = request.get("expirationSeconds");
      if (!seconds.written()) {
        continue;
      }
      if (seconds.number() < SHORTEST_TOKEN) {
        causes.invalidNumber(
            seconds, seconds.number(), "may not specify a duration less than 10 minutes");
      }
      if (seconds.number() > LONGEST_TOKEN) {
        causes.invalidNumber(
            seconds, seconds.number(), "may not specify a duration larger than 2^32 seconds");
      }
    }
  }

  static void node(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Set<String> names = new HashSet<>();
    for (Field driver : object.root().get("spec", "drivers").items()) {
      Field name = driver.get("name");
      LocalVolumeRules.driver(name, causes);
      Field id = driver.get("nodeID");
      if (id.text().isEmpty()) {
        causes.required(id, "");
      }
      if (DataSize.ofText(id.text()) > MAX_NODE_ID) {
        causes.invalid(id, "must be " + MAX_NODE_ID + " characters or less");
      }
      Field count = driver.get("allocatable", "count");
      if (count.number() < 0) {
        causes.negative(count);
      }
      if (!names.add(name.text())) {
        causes.duplicate(name, name.text());
      }
      topologyKeys(driver, causes);
    }
  }

  /** The server blames the driver as a whole; we point at the key. */
  private static void topologyKeys(Field driver, Causes causes) {
    Set<String> keys = new HashSet<>();
    for (Field key : driver.items("topologyKeys")) {
      if (key.text().isEmpty()) {
        causes.required(driver, "").at(key.location()).about(key);
      }
      if (!keys.add(key.text())) {
        causes.duplicate(driver, key.text()).at(key.location()).about(key);
      }
      for (String error : QualifiedName.errors(key.text())) {
        causes.invalid(driver, key.text(), error).at(key.location()).about(key);
      }
    }
  }

  static void capacity(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Field root = object.root();
    LabelSelectorRules.validate(root.get("nodeTopology"), causes);
    Field name = root.get("storageClassName");
    causes.invalidEach(name, Dns1123Subdomain.errors(name.text()));
    QuantityRules.notNegative(root.get("capacity"), causes);
  }

  static void attributesClass(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field root = object.root();
    StorageClassRules.provisioner(root.get("driverName"), causes);
    Field parameters = root.get("parameters");
    StorageClassRules.parameters(parameters, causes);
    if (parameters.size() == 0) {
      causes.required(parameters, "must contain at least one key/value pair");
    }
  }

  static void attachment(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.CLUSTER, causes);
    Field spec = object.root().get("spec");
    LocalVolumeRules.driver(spec.get("attacher"), causes);
    Field source = spec.get("source");
    Field volume = source.get("persistentVolumeName");
    Field inline = source.get("inlineVolumeSpec");
    if (volume.written() == inline.written()) {
      String detail = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";
      if (volume.written()) {
        causes.forbidden(source, detail);
      } else {
        causes.required(source, detail);
      }
    } else if (volume.written() && volume.text().isEmpty()) {
      causes.required(volume, "must specify non empty persistentVolumeName");
    }
    Field node = spec.get("nodeName");
    causes.invalidEach(node, Dns1123Subdomain.errors(node.text()));
    if (volume.written()) {
      causes.invalidEach(volume, Dns1123Subdomain.errors(volume.text()));
    }
  }
}
