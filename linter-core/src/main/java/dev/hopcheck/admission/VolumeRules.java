package dev.hopcheck.admission;

import dev.hopcheck.value.Dns1123Label;
import dev.hopcheck.value.Dns1123Subdomain;
import dev.hopcheck.value.Parsed;
import dev.hopcheck.value.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The volumes of a pod: names, and one source for each. */
final class VolumeRules {
  /** Kinds of sources in the order in which the server looks; of several the first counts. */
  private static final List<String> KINDS =
      List.of(
          "emptyDir",
          "hostPath",
          "gitRepo",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "secret",
          "nfs",
          "iscsi",
          "glusterfs",
          "flocker",
          "persistentVolumeClaim",
          "rbd",
          "cinder",
          "cephfs",
          "quobyte",
          "downwardAPI",
          "fc",
          "flexVolume",
          "configMap",
          "azureFile",
          "vsphereVolume",
          "photonPersistentDisk",
          "portworxVolume",
          "azureDisk",
          "storageos",
          "projected",
          "scaleIO",
          "csi",
          "ephemeral",
          "image");

  private static final String ONE_TYPE = "may not specify more than 1 volume type";

  private VolumeRules() {}

  /**
   * Checks all volumes and notes the good ones, to which mounts may refer.
   *
   * @param claimTemplates claims that a StatefulSet makes for each pod; they come first, and take
   *     the place of volumes of the same name
   */
  static void validate(PodScope pod, String podName, List<Field> claimTemplates) {
    Field list = pod.spec().get("volumes");
    if (claimTemplates.isEmpty() && list.items().isEmpty()) {
      return;
    }
    int index = 0;
    Set<String> replaced = new HashSet<>();
    for (Field template : claimTemplates) {
      // Of templates of one name the server keeps one.
      if (replaced.add(template.get("metadata").text("name"))) {
        claimTemplate(template, list.path() + "[" + index + "]", pod);
        index++;
      }
    }
    Set<String> claims = new HashSet<>();
    for (Field volume : list.items()) {
      if (!podName.isEmpty() && volume.present("ephemeral")) {
        claims.add(podName + "-" + volume.text("name"));
      }
    }
    for (Field volume : list.items()) {
      if (replaced.contains(volume.text("name"))) {
        continue;
      }
      Causes own = new Causes();
      volume(volume, pod.with(own), podName, claims);
      if (!own.isEmpty()) {
        pod.causes().addMoved(own, volume.path(), list.path() + "[" + index + "]");
      }
      index++;
    }
  }

  private static void claimTemplate(Field template, String path, PodScope pod) {
    Field name = template.get("metadata").get("name");
    String text = name.text();
    if (text.isEmpty()) {
      Cause missing = pod.causes().required(name, "").path(path + ".name");
      pod.causes()
          .required(name, "")
          .path(path + ".persistentVolumeClaim.claimName")
          .follows(missing);
      missing.headline("the claim template has no name");
      return;
    }
    List<String> errors = Dns1123Label.errors(text);
    for (String error : errors) {
      pod.causes().invalid(name, error).path(path + ".name");
    }
    if (errors.isEmpty()) {
      pod.volumes().put(text, template);
    }
  }

  private static void volume(Field volume, PodScope pod, String podName, Set<String> claims) {
    Causes causes = pod.causes();
    source(volume, pod, podName);
    Field name = volume.get("name");
    if (name.text().isEmpty()) {
      causes.required(name, "").headline("the volume has no name");
    } else {
      causes.invalidEach(name, Dns1123Label.errors(name.text()));
    }
    if (pod.volumes().containsKey(name.text())) {
      causes.duplicate(name, name.text());
    }
    if (causes.isEmpty()) {
      pod.volumes().put(name.text(), volume);
    }
    Field claim = volume.get("persistentVolumeClaim").get("claimName");
    if (claims.contains(claim.text())) {
      causes.invalid(claim, "must not reference a PVC that gets created for an ephemeral volume");
    }
  }

  private static void source(Field volume, PodScope pod, String podName) {
    boolean found = false;
    for (String kind : KINDS) {
      if (!volume.has(kind) || (kind.equals("image") && !pod.isAtLeast(35))) {
        continue;
      }
      Field source = volume.get(kind);
      if (found) {
        pod.causes().forbidden(source, ONE_TYPE).path(shown(source, kind));
      } else {
        of(kind, source, volume, pod, podName);
      }
      found = true;
      if (kind.equals("iscsi")) {
        initiatorLength(volume, source, pod.causes());
      }
    }
  }

  /** Where the server names a source differently from the document. */
  private static String shown(Field source, String kind) {
    String volume = source.path().substring(0, source.path().length() - kind.length());
    return switch (kind) {
      case "cephfs" -> volume + "cephFS";
      case "downwardAPI" -> volume + "downwarAPI";
      default -> source.path();
    };
  }

  private static void initiatorLength(Field volume, Field iscsi, Causes causes) {
    String name = volume.text("name");
    int length = name.length() + 1 + iscsi.text("targetPortal").length();
    if (iscsi.present("initiatorName") && length > 64) {
      causes.invalid(
          volume.get("name"),
          "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
              + " iscsi.initiatorName is specified.");
    }
  }

  private static void of(String kind, Field source, Field volume, PodScope pod, String podName) {
    Causes causes = pod.causes();
    switch (kind) {
      case "emptyDir" -> sizeLimit(source.get("sizeLimit"), causes);
      case "secret" -> FileVolumeRules.secret(source, causes);
      case "configMap" -> FileVolumeRules.configMap(source, causes);
      case "downwardAPI" -> FileVolumeRules.downward(source, causes);
      case "projected" -> ProjectedVolumeRules.validate(source, causes);
      case "hostPath" -> LocalVolumeRules.hostPath(source, causes);
      case "persistentVolumeClaim" -> {
        if (source.text("claimName").isEmpty()) {
          causes.required(source.get("claimName"), "");
        }
      }
      case "csi" -> LocalVolumeRules.csi(source, causes);
      case "ephemeral" -> ephemeral(source, volume, podName, pod);
      case "image" -> image(source, pod);
      default -> NetworkVolumeRules.validate(kind, source, causes);
    }
  }

  private static void sizeLimit(Field limit, Causes causes) {
    Parsed<Quantity> parsed = Quantity.decode(limit.text());
    if (limit.present() && parsed.isOk() && parsed.get().signum() < 0) {
      causes.forbidden(limit, "SizeLimit field must be a valid resource quantity");
    }
  }

  private static void ephemeral(Field source, Field volume, String podName, PodScope pod) {
    Field template = source.get("volumeClaimTemplate");
    if (!template.present()) {
      pod.causes().required(template, "");
    } else {
      ClaimTemplateRules.validate(template, pod.facts(), pod.causes());
    }
    Field name = volume.get("name");
    if (podName.isEmpty() || name.text().isEmpty()) {
      return;
    }
    String claim = podName + "-" + name.text();
    for (String error : Dns1123Subdomain.errors(claim)) {
      pod.causes().invalid(name, "PVC name \"" + claim + "\": " + error);
    }
  }

  /** In a template the reference may be left for later. */
  private static void image(Field source, PodScope pod) {
    Causes causes = pod.causes();
    Field reference = source.get("reference");
    if (pod.isPod() && reference.text().isEmpty()) {
      causes.required(reference, "");
    }
    Field pull = source.get("pullPolicy");
    switch (pull.text()) {
      case "", "Always", "IfNotPresent", "Never" -> {}
      default -> causes.notSupported(pull, "Always", "IfNotPresent", "Never");
    }
  }
}
