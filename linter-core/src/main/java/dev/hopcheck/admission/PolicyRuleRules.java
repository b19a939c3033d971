package dev.hopcheck.admission;

/** One rule of a Role or ClusterRole: which verbs on which resources or URLs. */
final class PolicyRuleRules {
  private PolicyRuleRules() {}

  static void validate(Field rule, boolean namespaced, Causes causes) {
    Field verbs = rule.get("verbs");
    if (verbs.size() == 0) {
      causes.required(verbs, "verbs must contain at least one value");
    }
    Field groups = rule.get("apiGroups");
    Field resources = rule.get("resources");
    Field urls = rule.get("nonResourceURLs");
    if (urls.size() > 0) {
      if (namespaced) {
        causes.invalidBare(
            urls, JsonText.of(urls), "namespaced rules cannot apply to non-resource URLs");
      }
      if (groups.size() > 0 || resources.size() > 0 || rule.size("resourceNames") > 0) {
        causes.invalidBare(
            urls,
            JsonText.of(urls),
            "rules cannot apply to both regular resources and non-resource URLs");
      }
      return;
    }
    if (groups.size() == 0) {
      causes
          .required(groups, "resource rules must supply at least one api group")
          .note("`apiGroups: [\"\"]` is the group of Pods, Services and the other core kinds");
    }
    if (resources.size() == 0) {
      causes.required(resources, "resource rules must supply at least one resource");
    }
  }
}
