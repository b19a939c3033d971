package dev.hopcheck.admission;

import dev.hopcheck.value.Parsed;
import dev.hopcheck.value.QualifiedName;
import dev.hopcheck.value.Quantity;
import java.util.List;
import java.util.Locale;

/** Fields of a pod and resources of a container that it may read of itself. */
final class DownwardRules {
  /** What variables may take. */
  static final List<String> ENV_FIELDS =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");

  /** What files may take. */
  static final List<String> VOLUME_FIELDS =
      List.of(
          "metadata.annotations",
          "metadata.labels",
          "metadata.name",
          "metadata.namespace",
          "metadata.uid");

  private static final List<String> RESOURCES =
      List.of(
          "limits.cpu",
          "limits.ephemeral-storage",
          "limits.memory",
          "requests.cpu",
          "requests.ephemeral-storage",
          "requests.memory");
  private static final String SIZES =
      "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported"
          + " with the ";

  private DownwardRules() {}

  /** A field of the pod. */
  static void field(Field reference, List<String> supported, Causes causes) {
    Field path = reference.get("fieldPath");
    String text = path.text();
    if (text.isEmpty()) {
      causes.required(path, "");
      return;
    }
    String version = reference.text("apiVersion");
    if ((version.isEmpty() || version.equals("v1")) && supported.contains(text)) {
      return;
    }
    String trouble = conversionError(version.isEmpty() ? "v1" : version, text);
    if (!trouble.isEmpty()) {
      causes.invalid(path, "error converting fieldPath: " + trouble);
      return;
    }
    int bracket = subscript(text);
    if (bracket >= 0) {
      String key = text.substring(bracket + 2, text.length() - 2);
      boolean annotation = text.startsWith("metadata.annotations");
      String checked = annotation ? key.toLowerCase(Locale.ROOT) : key;
      for (String error : QualifiedName.errors(checked)) {
        causes.invalid(path, checked, error).path(reference.path());
      }
      return;
    }
    String internal = text.equals("spec.host") ? "spec.nodeName" : text;
    if (!supported.contains(internal)) {
      causes.notSupported(path, internal, supported);
    }
  }

  /** Index of the bracket in {@code metadata.labels['key']}; negative where there is none. */
  private static int subscript(String path) {
    return path.endsWith("']") ? path.indexOf("['") > 0 ? path.indexOf("['") : -1 : -1;
  }

  private static String conversionError(String version, String path) {
    if (!version.equals("v1")) {
      return "unsupported pod version: " + version;
    }
    int bracket = subscript(path);
    if (bracket >= 0) {
      String map = path.substring(0, bracket);
      return map.equals("metadata.annotations") || map.equals("metadata.labels")
          ? ""
          : "field label does not support subscript: " + path;
    }
    return switch (path) {
      case "metadata.annotations",
          "metadata.labels",
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.restartPolicy",
          "spec.serviceAccountName",
          "spec.schedulerName",
          "status.phase",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs",
          "spec.host" ->
          "";
      default -> "field label not supported: " + path;
    };
  }

  /** A resource of a container; a file must say of which. */
  static void resource(Field reference, boolean file, Causes causes) {
    Field name = reference.get("resource");
    String text = name.text();
    if (file && reference.text("containerName").isEmpty()) {
      causes.required(reference.get("containerName"), "");
    } else if (text.isEmpty()) {
      causes.required(name, "");
    } else if (!RESOURCES.contains(text) && !isHugePages(text)) {
      causes.notSupported(name, text, RESOURCES);
    }
    divisor(reference.get("divisor"), text, causes);
  }

  private static boolean isHugePages(String resource) {
    return resource.startsWith("requests.hugepages-") || resource.startsWith("limits.hugepages-");
  }

  private static void divisor(Field divisor, String resource, Causes causes) {
    Parsed<Quantity> parsed = Quantity.decode(divisor.text());
    if (!divisor.present() || !parsed.isOk() || parsed.get().signum() == 0) {
      return;
    }
    String text = parsed.get().toString();
    String detail = "";
    switch (resource) {
      case "limits.cpu", "requests.cpu" -> {
        if (!text.equals("1m") && !text.equals("1")) {
          detail = "only divisor's values 1m and 1 are supported with the cpu resource";
        }
      }
      case "limits.memory", "requests.memory" -> detail = size(text, "memory");
      case "limits.ephemeral-storage", "requests.ephemeral-storage" ->
          detail = size(text, "local ephemeral storage");
      default -> detail = isHugePages(resource) ? size(text, "hugepages") : "";
    }
    if (!detail.isEmpty()) {
      causes.invalid(divisor, resource, detail);
    }
  }

  private static String size(String text, String resource) {
    return switch (text) {
      case "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei" -> "";
      default -> SIZES + resource + " resource";
    };
  }
}
