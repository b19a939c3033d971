package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, each with the beginnings of what the server says about them. */
class NameGrammarTest {
  private record Case(
      String grammar, Function<String, List<String>> check, String value, List<String> starts) {
    @Override
    public String toString() {
      return grammar + " " + value;
    }
  }

  private static final String LONG = "a".repeat(64);

  private static Case of(
      String grammar, Function<String, List<String>> check, String value, String... starts) {
    return new Case(grammar, check, value, List.of(starts));
  }

  static List<Case> cases() {
    return List.of(
        of("label", Dns1123Label::errors, "a-1"),
        of("label", Dns1123Label::errors, "1web"),
        of("label", Dns1123Label::errors, "a.b", "must not contain dots"),
        of("label", Dns1123Label::errors, "A", "a lowercase RFC 1123 label must consist"),
        of("label", Dns1123Label::errors, "", "a lowercase RFC 1123 label must consist"),
        of("label", Dns1123Label::errors, LONG, "must be no more than 63 characters"),
        of("label", Dns1123Label::errors, LONG + "-", "must be no more", "a lowercase RFC 1123"),
        of("1035", Dns1035Label::errors, "web"),
        of("1035", Dns1035Label::errors, "1web", "a DNS-1035 label must consist"),
        of("subdomain", Dns1123Subdomain::errors, "a." + LONG),
        of("subdomain", Dns1123Subdomain::errors, "a..b", "a lowercase RFC 1123 subdomain"),
        of("subdomain", Dns1123Subdomain::errors, "a.b.", "a lowercase RFC 1123 subdomain"),
        of("subdomain", Dns1123Subdomain::errors, "a_b", "a lowercase RFC 1123 subdomain"),
        of("underscore", Dns1123Subdomain::errorsWithUnderscore, "_tcp.a_b"),
        of("underscore", Dns1123Subdomain::errorsWithUnderscore, "a_", "a lowercase RFC 1123"),
        of("wildcard", WildcardSubdomain::errors, "*.a.b"),
        of("wildcard", WildcardSubdomain::errors, "*", "a wildcard DNS-1123 subdomain must start"),
        of("key", QualifiedName::errors, "app.kubernetes.io/name"),
        of("key", QualifiedName::errors, "a/b/c", "a valid label key must consist"),
        of("key", QualifiedName::errors, "/a", "prefix part must be non-empty"),
        of("key", QualifiedName::errors, "a/", "name part must be non-empty", "name part must con"),
        of("key", QualifiedName::errors, "A/a", "prefix part a lowercase RFC 1123 subdomain"),
        of("key", QualifiedName::errors, LONG, "name part must be no more than 63 bytes"),
        of("value", LabelValue::errors, ""),
        of("value", LabelValue::errors, "a_b.C"),
        of("value", LabelValue::errors, "-a", "a valid label must be an empty string"),
        of("value", LabelValue::errors, LONG, "must be no more than 63 bytes"),
        of("port", PortName::errors, "http"),
        of("port", PortName::errors, "80", "must contain at least one letter"),
        of("port", PortName::errors, "", "must contain only alpha", "must contain at least one"),
        of("port", PortName::errors, "-a--b", "must not contain consecutive", "must not begin"),
        of("port", PortName::errors, "toolongportname-x", "must be no more than 15 characters"),
        of("header", HttpHeaderName::errors, "X-A"),
        of("header", HttpHeaderName::errors, "X_A", "a valid HTTP header must consist"),
        of("segment", PathSegment::errors, "a:b"),
        of("segment", PathSegment::errors, "..", "may not be '..'"),
        of("segment", PathSegment::errors, "a/%", "may not contain '/'", "may not contain '%'"),
        of("config key", ConfigMapKey::errors, ".env"),
        of("config key", ConfigMapKey::errors, "..env", "must not start with '..'"),
        of("config key", ConfigMapKey::errors, "a b", "a valid config key must consist"),
        of("env", EnvVarName::errors, "A B"),
        of("env", EnvVarName::errors, "A=B", "a valid environment variable name must consist only"),
        of("env", EnvVarName::errors, "", "environment variable name must be non-empty"),
        of("time zone", TimeZoneName::errors, "Europe/Berlin"),
        of("time zone", TimeZoneName::errors, "europe/berlin", "unknown time zone europe/berlin"),
        of("time zone", TimeZoneName::errors, "Local", "timeZone must be an explicit time zone"),
        of("time zone", TimeZoneName::errors, "+01:00", "unknown time zone +01:00"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatTheServerSays(Case given) {
    List<String> errors = given.check().apply(given.value());
    assertThat(errors).hasSameSizeAs(given.starts());
    for (int i = 0; i < errors.size(); i++) {
      assertThat(errors.get(i)).startsWith(given.starts().get(i));
    }
  }

  @Test
  void blamesThePartThatIsBad() {
    assertThat(Fqdn.faults("a.b.")).isEmpty();
    assertThat(Fqdn.faults("a")).extracting(Fault::value).containsExactly("a");
    assertThat(Fqdn.faults("a." + LONG)).extracting(Fault::value).containsExactly(LONG);
    assertThat(DomainPrefixedPath.faults("acme.io/foo")).isEmpty();
    assertThat(DomainPrefixedPath.faults("A/ ")).extracting(Fault::value).containsExactly("A", " ");
  }

  @Test
  void masksTheDashOfAGeneratedName() {
    assertThat(NamePrefix.masked("web-")).isEqualTo("wea");
    assertThat(NamePrefix.masked("A-")).isEqualTo("a");
    assertThat(NamePrefix.masked("-")).isEqualTo("-");
  }
}
