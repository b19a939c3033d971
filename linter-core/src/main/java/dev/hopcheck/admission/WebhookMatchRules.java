package dev.hopcheck.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One rule by which requests come before a webhook or a policy: operations, groups, versions,
 * resources.
 */
final class WebhookMatchRules {
  private static final List<String> OPERATIONS =
      List.of("*", "CONNECT", "CREATE", "DELETE", "UPDATE");
  private static final List<String> SCOPES = List.of("*", "Cluster", "Namespaced");

  private WebhookMatchRules() {}

  static void validate(Field rule, boolean subresources, Causes causes) {
    Field operations = rule.get("operations");
    if (operations.size() == 0) {
      causes.required(operations, "");
    }
    starAlone(operations, "must not specify other operations", causes);
    for (Field operation : operations.items()) {
      if (!OPERATIONS.contains(operation.text())) {
        causes.notSupported(operation, OPERATIONS);
      }
    }
    Field groups = rule.get("apiGroups");
    if (groups.size() == 0) {
      causes.required(groups, "");
    }
    starAlone(groups, "must not specify other API groups", causes);
    Field versions = rule.get("apiVersions");
    if (versions.size() == 0) {
      causes.required(versions, "");
    }
    starAlone(versions, "must not specify other API versions", causes);
    for (Field version : versions.items()) {
      if (version.text().isEmpty()) {
        causes.required(version, "");
      }
    }
    if (subresources) {
      resources(rule.get("resources"), causes);
    }
    WebhookRules.oneOf(rule.get("scope"), SCOPES, causes);
  }

  private static void starAlone(Field list, String detail, Causes causes) {
    if (list.size() < 2) {
      return;
    }
    for (Field item : list.items()) {
      if (item.text().equals("*")) {
        causes.invalidBare(list, JsonText.of(list), "if '*' is present, " + detail);
        return;
      }
    }
  }

  /** Resources and {@code resource/subresource}; a star must not cover what is named beside it. */
  private static void resources(Field list, Causes causes) {
    if (list.size() == 0) {
      causes.required(list, "");
    }
    Set<String> everySubresource = new HashSet<>();
    Set<String> everyResource = new HashSet<>();
    boolean all = false;
    boolean star = false;
    boolean plain = false;
    for (Field item : list.items()) {
      String text = item.text();
      if (text.isEmpty()) {
        causes.required(item, "");
        continue;
      }
      all |= text.equals("*/*");
      star |= text.equals("*");
      int slash = text.indexOf('/');
      if (slash < 0) {
        // Only the last one counts for the server.
        plain = !text.equals("*");
        continue;
      }
      String resource = text.substring(0, slash);
      String subresource = text.substring(slash + 1);
      if (everySubresource.contains(resource)) {
        causes.invalid(item, "if '" + resource + "/*' is present, must not specify " + text);
      }
      if (everyResource.contains(subresource)) {
        causes.invalid(item, "if '*/" + subresource + "' is present, must not specify " + text);
      }
      if (subresource.equals("*")) {
        everySubresource.add(resource);
      }
      if (resource.equals("*")) {
        everyResource.add(subresource);
      }
    }
    if (all && list.size() > 1) {
      causes.invalidBare(
          list, JsonText.of(list), "if '*/*' is present, must not specify other resources");
    }
    if (star && plain) {
      causes.invalidBare(
          list,
          JsonText.of(list),
          "if '*' is present, must not specify other resources without subresources");
    }
  }
}
