package dev.hopcheck.schema.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the client's types no longer say about the server's Go types. */
final class LostTypes {
  /** Times of microseconds: the client has one type for both. */
  private static final Set<String> MICRO_TIMES =
      Set.of("acquireTime", "renewTime", "pingTime", "eventTime", "lastObservedTime");

  /** Fields of type {@code runtime.RawExtension}: the client takes any value. */
  private static final Map<String, String> RAW_EXTENSIONS =
      Map.of(
          "ControllerRevision",
          "data",
          "OpaqueDeviceConfiguration",
          "parameters",
          "AllocatedDeviceStatus",
          "data");

  /** Values of this Go struct read themselves, so nothing below is checked strictly. */
  private static final Set<String> FREE_SCHEMA_PARTS =
      Set.of("items", "additionalItems", "additionalProperties");

  private static final List<String> VOLUME_SOURCES_TOO =
      List.of(
          "awsElasticBlockStore",
          "azureDisk",
          "azureFile",
          "cephfs",
          "cinder",
          "csi",
          "fc",
          "flexVolume",
          "flocker",
          "gcePersistentDisk",
          "glusterfs",
          "hostPath",
          "iscsi",
          "local",
          "nfs",
          "photonPersistentDisk",
          "portworxVolume",
          "quobyte",
          "rbd",
          "scaleIO",
          "storageos",
          "vsphereVolume");

  private LostTypes() {}

  static String recover(String struct, String field, String code) {
    String name = goName(struct);
    String type = code;
    if (code.equals("t") && MICRO_TIMES.contains(field)) {
      type = "u";
    } else if (code.equals("*") && field.equals(RAW_EXTENSIONS.get(name))) {
      type = "r";
    } else if (name.equals("JSONSchemaProps") && FREE_SCHEMA_PARTS.contains(field)) {
      type = "*";
    }
    String embedded = embedded(name, field);
    return embedded.isEmpty() ? type : type + "^" + embedded;
  }

  /**
   * The Go struct that is embedded in the field's own and holds it. Decoding errors of a server
   * built with Go 1.24 or newer name it in the path: {@code spec.rules.IngressRuleValue.http}.
   */
  private static String embedded(String struct, String field) {
    return switch (struct) {
      case "Volume" -> field.equals("name") ? "" : "VolumeSource";
      case "PersistentVolumeSpec" ->
          VOLUME_SOURCES_TOO.contains(field) ? "PersistentVolumeSource" : "";
      case "Probe" ->
          Set.of("exec", "grpc", "httpGet", "tcpSocket").contains(field) ? "ProbeHandler" : "";
      case "EphemeralContainer" ->
          field.equals("targetContainerName") ? "" : "EphemeralContainerCommon";
      case "SecretEnvSource",
          "ConfigMapEnvSource",
          "SecretKeySelector",
          "ConfigMapKeySelector",
          "SecretProjection",
          "ConfigMapProjection",
          "ConfigMapVolumeSource" ->
          field.equals("name") ? "LocalObjectReference" : "";
      case "IngressRule" -> field.equals("http") ? "IngressRuleValue" : "";
      case "DeviceClaimConfiguration",
          "DeviceClassConfiguration",
          "DeviceAllocationConfiguration" ->
          field.equals("opaque") ? "DeviceConfiguration" : "";
      case "RuleWithOperations" -> field.equals("operations") ? "" : "Rule";
      case "NamedRuleWithOperations" ->
          switch (field) {
            case "resourceNames" -> "";
            case "operations" -> "RuleWithOperations";
            default -> "RuleWithOperations.Rule";
          };
      default -> "";
    };
  }

  /** Cuts group and version off: {@code CoreV1EventSeries} is {@code EventSeries}. */
  static String goName(String struct) {
    return struct.replaceFirst("^[A-Za-z]*?V\\d+((alpha|beta)\\d+)?(?=[A-Z])", "");
  }
}
