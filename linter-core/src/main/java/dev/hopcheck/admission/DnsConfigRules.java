package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Dns1123Subdomain;
import java.util.List;

/** A pod's own resolver settings and hosts file (POD-36 to POD-45). */
final class DnsConfigRules {
  private static final int MAX_NAMESERVERS = 3;
  private static final int MAX_SEARCHES = 32;
  private static final int MAX_SEARCH_CHARACTERS = 2048;

  private DnsConfigRules() {}

  static void validate(PodScope pod) {
    Causes causes = pod.causes();
    Field config = pod.spec().get("dnsConfig");
    Field servers = config.get("nameservers");
    if (pod.spec().text("dnsPolicy").equals("None")) {
      if (!config.present()) {
        noNameserver(causes.required(config, "must provide `dnsConfig` when `dnsPolicy` is None"));
        return;
      }
      if (servers.size() == 0) {
        noNameserver(
            causes.required(
                servers, "must provide at least one DNS nameserver when `dnsPolicy` is None"));
        return;
      }
    }
    if (servers.size() > MAX_NAMESERVERS) {
      causes
          .invalidBare(servers, JsonText.of(servers), "must not have more than 3 nameservers")
          .rule(InputRule.DNS_CONFIG_LIMITS)
          .headline(servers.size() + " nameservers are more than the resolver can use")
          .note("at most 3");
    }
    for (Field server : servers.items()) {
      for (String error : Addresses.errors(server.text(), pod.facts())) {
        causes
            .invalid(server, error)
            .headline("nameserver `" + server.text() + "` is no IP address");
      }
    }
    searches(config.get("searches"), pod);
    for (Field option : config.items("options")) {
      if (option.text("name").isEmpty()) {
        causes.required(option, "must not be empty");
      }
    }
  }

  private static void noNameserver(Cause cause) {
    cause
        .rule(InputRule.DNS_POLICY_NONE_WITHOUT_NAMESERVER)
        .headline("with `dnsPolicy: None` the pod has no nameserver")
        .note("name at least one in `dnsConfig.nameservers`, or use another policy");
  }

  private static void searches(Field searches, PodScope pod) {
    Causes causes = pod.causes();
    List<Field> items = searches.items();
    int characters = Math.max(0, items.size() - 1);
    for (Field item : items) {
      characters += item.text().length();
    }
    if (items.size() > MAX_SEARCHES) {
      causes
          .invalidBare(searches, JsonText.of(searches), "must not have more than 32 search paths")
          .rule(InputRule.DNS_CONFIG_LIMITS);
    }
    if (characters > MAX_SEARCH_CHARACTERS) {
      causes
          .invalidBare(
              searches,
              JsonText.of(searches),
              "must not have more than 2048 characters (including spaces) in the search list")
          .rule(InputRule.DNS_CONFIG_LIMITS);
    }
    boolean relaxed = pod.isAtLeast(33);
    for (Field item : items) {
      String text = item.text();
      if (relaxed && text.equals(".")) {
        continue;
      }
      String domain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
      List<String> errors =
          relaxed ? Dns1123Subdomain.errorsWithUnderscore(domain) : Dns1123Subdomain.errors(domain);
      for (String error : errors) {
        causes.invalid(item, domain, error).headline("search domain `" + text + "` is no DNS name");
      }
    }
  }

  /** POD-44, POD-45. */
  static void hostAliases(PodScope pod) {
    Field list = pod.spec().get("hostAliases");
    boolean indexed = pod.isAtLeast(30);
    for (Field alias : list.items()) {
      Field ip = alias.get("ip");
      for (String error : Addresses.errors(ip.text(), pod.facts())) {
        pod.causes().invalid(ip, error).path(indexed ? ip.path() : list.path() + ".ip");
      }
      for (Field name : alias.items("hostnames")) {
        for (String error : Dns1123Subdomain.errors(name.text())) {
          pod.causes()
              .invalid(name, error)
              .path(indexed ? name.path() : list.path() + ".hostnames");
        }
      }
    }
  }
}
