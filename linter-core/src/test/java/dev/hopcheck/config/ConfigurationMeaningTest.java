package dev.hopcheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopcheck.cluster.Units;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.value.IpFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a configuration, and what is said of a wrong one, to the word. */
class ConfigurationMeaningTest {
  private static Configuration read(String text) throws SettingsException {
    return ConfigurationReader.read(SourceFile.of("c", text), Catalogue.of());
  }

  @Test
  void eachSettingArrives() throws SettingsException {
    Configuration read =
        read(
            """
            unit: folder
            units: [./a/, b//, .]
            closed: true
            namespace: shop
            kubernetesVersion: 1.30
            schemas: [crds]
            exclude: [x, y/**]
            failOn: never
            show: warning
            limits: {depth: 7}
            """);
    assertThat(read.file()).isEqualTo("c");
    assertThat(read.unit()).isEqualTo(Units.Mode.FOLDER);
    assertThat(read.units()).containsExactly("a", "b", "");
    assertThat(read.closed()).isTrue();
    assertThat(read.namespace()).isEqualTo("shop");
    assertThat(read.version()).isEqualTo("1.30");
    assertThat(read.schemas()).containsExactly("crds");
    assertThat(read.exclude()).containsExactly(new Glob("x"), new Glob("y/**"));
    assertThat(read.failOn()).isEqualTo("never");
    assertThat(read.show()).isEqualTo(Severity.WARNING);
    assertThat(read.limits().of(Limit.DEPTH)).isEqualTo(7);
    assertThat(read.limits().of(Limit.NODES)).isEqualTo(Limit.NODES.usual());
    assertThat(read.cluster()).isNull();
    assertThat(read.excluding("y/z")).isEqualTo(new Glob("y/**"));
    assertThat(read.excluding("z")).isNull();
  }

  @Test
  void nullsAreNotGiven() throws SettingsException {
    Configuration read = read("unit:\nclosed: ~\nnamespace: null\nrules:\nfailOn:\nlimits:\n");
    assertThat(read.unit()).isNull();
    assertThat(read.closed()).isFalse();
    assertThat(read.namespace()).isNull();
    assertThat(read.choices()).isEmpty();
  }

  @Test
  void rulesComeBeforeOverrides() throws SettingsException {
    Configuration read =
        read(
            """
            overrides:
              - paths: [a, b]
                objects: [Service/x, Pod/n/y]
                rules: {suppression-expired: info}
                reason: " why "
              - objects: [Service/x]
                rules: {suppression-expired: error}
                reason: more
            rules:
              suppression-unused: off
              suppression-expired: warning
            """);
    assertThat(read.choices())
        .extracting(c -> c.line() + " " + c.rule() + " " + c.severity() + " " + c.reason())
        .containsExactly(
            "10 suppression-unused null ",
            "11 suppression-expired WARNING ",
            "4 suppression-expired INFO why",
            "7 suppression-expired ERROR more");
    assertThat(read.choices())
        .extracting(Choice::scope)
        .containsExactly("", "", "a, b and Service/*/x, Pod/n/y", "Service/*/x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1|1:1: there is no setting `a`",
        "unitt: all|1:1: there is no setting `unitt`; did you mean `unit`?",
        "x|1:1: a mapping is expected here",
        "unit: [a]|1:7: a text is expected here",
        "unit: Folder|1:7: `Folder` is not possible here; possible: folder, file, all",
        "closed: yes|1:9: `true` or `false` is expected here",
        "closed: \"true\"|1:9: `true` or `false` is expected here",
        "closed: [true]|1:9: `true` or `false` is expected here",
        "units: a|1:8: a list is expected here",
        "units: [/a]|1:9: `/a` does not lie below the working directory",
        "exclude: [a(b]|1:11: `a(b` holds `(`; patterns know `*`, `**` and `?`, and are no regular"
            + " expressions",
        "exclude: [../a]|1:11: `../a` does not lie below the working directory",
        "exclude: ['']|1:11: a pattern has 1 to 1000 characters",
        "namespace: A|1:12: `A` is no name of a namespace",
        "failOn: info|''",
        "failOn: warning|''",
        "failOn: error|''",
        "failOn: off|1:9: `off` is not possible here; possible: error, warning, info, never",
        "show: off|1:7: `off` is not possible here; possible: off, error, warning, info",
        "rules: {'*': off}|1:9: rules are named one by one, not by `*`",
        "rules: {all: off}|1:9: rules are named one by one, not by `all`",
        "rules: {'': off}|1:9: there is no rule ``; `hopcheck rules` lists them",
        "rules: {suppression-unusd: off}|1:9: there is no rule `suppression-unusd`; did you mean"
            + " `suppression-unused`?",
        "rules: {suppression-unused: false}|''",
        "limits: {depht: 1}|1:10: there is no limit `depht`; possible: file-size, run-size, files,"
            + " document-size, depth, nodes, expanded-nodes, document-time, run-time,"
            + " file-findings, run-findings, schema-work, schema-findings, pattern-length,"
            + " pattern-depth, pattern-repeat, pattern-work, query-size, stack-size",
        "limits: {depth: 501}|1:17: `501` is not possible here; possible: a whole number from 1 to"
            + " 500",
        "limits: {run-size: x}|1:20: `x` is not possible here; possible: a whole number from 1",
        "overrides: [{rules: {}}]|1:13: an override names `paths` or `objects`",
        "overrides: [{paths: [a]}]|1:13: an override needs a `reason`",
        "overrides: [{paths: [a], reason: ~}]|1:13: an override needs a `reason`",
        "overrides: [{paths: [a], reason: x}]|1:13: an override names `rules`",
        "overrides: [{paths: [a], reason: x, rules: ~}]|1:13: an override names `rules`",
        "overrides: [{paths: [a], reason: x, rules: {}}]|1:13: an override names `rules`",
        "overrides: [{path: [a]}]|1:14: there is no setting `path`; did you mean `paths`?",
        "overrides: [{objects: [a], reason: x}]|1:24: `a` is not possible here; write"
            + " `Kind/namespace/name`",
        "cluster: {domain: 'a_b!'}|1:19: `a_b!` is no domain",
        "cluster: {ipFamilies: [IPv5]}|1:23: families are `IPv4` and `IPv6`, the primary one first",
        "cluster: {serviceCidr: x}|1:24: a range such as `10.96.0.0/12` is expected here",
        "cluster: {nodePortRange: x}|1:26: a range such as `30000-32767` is expected here",
        "cluster: {proxyMode: x}|1:22: proxy modes are `iptables` and `nftables`",
        "cluster: {listening: x}|1:22: possible are `assumed` and `declared`",
        "cluster: {nodes: x}|1:18: a list of nodes is expected here",
        "cluster: {nodes: [{}]}|1:19: a node needs a `name`",
        "cluster: {nodes: [{name: a, address: x}]}|1:38: `x` is no IP address",
      })
  void saysWhatIsWrongAndWhere(String text, String message) throws SettingsException {
    if (message.isEmpty()) {
      assertThat(read(text)).isNotNull();
    } else {
      assertThatThrownBy(() -> read(text)).hasMessage("c:" + message);
    }
  }

  @Test
  void oneDocumentWithoutDuplicatesIsExpected() {
    assertThatThrownBy(() -> read("unit: all\n---\nunit: all\n"))
        .hasMessage("c: one document is expected");
    assertThatThrownBy(() -> read("unit: all\nunit: file\n"))
        .hasMessage("c:2:1: `unit` is given twice; first in line 1");
    SourceFile empty = SourceFile.of("f", "# nothing\n");
    assertThatThrownBy(() -> ClusterFile.read(empty)).hasMessage("f: one document is expected");
  }

  @Test
  void factsOfTheClusterArrive() throws SettingsException {
    ClusterFacts facts =
        ClusterFile.read(
            SourceFile.of(
                "f",
                """
                domain: example.org.
                ipFamilies: [IPv6, IPv4]
                serviceCidr: 10.0.0.0/16
                nodePortRange: 30000-30010
                proxyMode: nftables
                listening: declared
                publicNames: [a.example, b.example]
                placement: {shop/cart: n1}
                nodes:
                  - {name: n1, address: [192.0.2.1, "fd00::1"], labels: {zone: a}}
                  - {name: n2, address: 192.0.2.2}
                  - {name: n3, address: , labels: }
                """));
    assertThat(facts.domain()).isEqualTo("example.org");
    assertThat(facts.ipFamilies()).containsExactly(IpFamily.IPV6, IpFamily.IPV4);
    assertThat(facts.serviceCidr()).hasToString("10.0.0.0/16");
    assertThat(facts.nodePorts().contains(30_010)).isTrue();
    assertThat(facts.nodePorts().contains(30_011)).isFalse();
    assertThat(facts.proxyMode()).isEqualTo(ClusterFacts.ProxyMode.NFTABLES);
    assertThat(facts.listening()).isEqualTo(ClusterFacts.Listening.DECLARED);
    assertThat(facts.publicNames()).containsExactly("a.example", "b.example");
    assertThat(facts.placement()).containsEntry("shop/cart", "n1").hasSize(1);
    assertThat(facts.nodes())
        .extracting(node -> node.name() + " " + node.addresses() + " " + node.labels())
        .containsExactly("n1 [192.0.2.1, fd00::1] {zone=a}", "n2 [192.0.2.2] {}", "n3 [] {}");
    ClusterFacts usual =
        ClusterFile.read(SourceFile.of("f", "{domain: , proxyMode: iptables, listening: assumed}"));
    assertThat(usual).isEqualTo(ClusterFacts.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource({
    "IPv4, [IPv4]",
    "IPv6, [IPv6]",
    "'IPv6, IPv4', '[IPv6, IPv4]'",
    "' IPv4 ', [IPv4]",
    "'', ",
    "'IPv4,', ",
    "'IPv4,IPv4', ",
    "'IPv4,IPv6,IPv4', ",
    "ipv4x, ",
  })
  void familiesArePartedByCommas(String text, @Nullable String families) {
    List<IpFamily> read = ClusterFile.families(text);
    assertThat(read == null ? null : read.toString()).isEqualToIgnoringCase(families);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/c.yaml, a/b",
    "a/b, a",
    "a/bc/x, a",
    "a/x, a",
    "ab/x, ''",
    "x, ''",
  })
  void theDeepestUnitHoldsAPath(String path, String unit) throws SettingsException {
    assertThat(read("units: [a/b, a, .]").unitOf(path)).isEqualTo(unit);
    assertThat(read("units: [., a, a/b]").unitOf(path)).isEqualTo(unit);
    assertThat(read("units: [a, a/b]").unitOf(path)).isEqualTo(unit.isEmpty() ? null : unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "..a", "a..", "a/..b", "./a", "."})
  void pathsBelow(String path) {
    assertThat(RelativePath.fault(path)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/a", "~", "~a", "\\a", "a\\b", "c:", ":a", "..", "../a", "a/..", "a/../b"})
  void pathsElsewhere(String path) {
    assertThat(RelativePath.fault(path))
        .isEqualTo("`" + path + "` does not lie below the working directory");
  }

  @ParameterizedTest
  @CsvSource({
    "*, a, true",
    "*, a/b, true",
    "**, a/b, true",
    "a**, ab/c, true",
    "a**c, a/b/c, true",
    "**c, a/bc, true",
    "**c, a/b, false",
    "a/**/, a/b, true",
    "?, a, true",
    "?, ab, false",
    "?b, ab, true",
    "a*, a, true",
    "a*c, ac, true",
    "a*c, abbc, true",
    "a*c, ab/c, false",
    "*a, ba, true",
    "b, ab, false",
    "ab, b, false",
    "a/b, a, false",
    "a, a, true",
    "./, a, false",
  })
  void globs(String glob, String path, boolean matches) {
    assertThat(new Glob(glob).matches(path)).isEqualTo(matches);
  }

  @Test
  void patternsMayBeAThousandCharactersLong() {
    assertThat(Glob.fault("a".repeat(1_000))).isNull();
    assertThat(Glob.fault("a".repeat(1_001))).isEqualTo("a pattern has 1 to 1000 characters");
    assertThat(ObjectPattern.parse("a/" + "b".repeat(998))).isNotNull();
    assertThat(ObjectPattern.parse("a/" + "b".repeat(999))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a/*/b",
    "a/b/c, a/b/c",
    "a//c, a//c",
    "/b, ",
    "a, ",
    "a/, ",
    "a/b/, ",
    "a/b/c/d, ",
    "'', ",
    "/, ",
  })
  void objectPatterns(String text, @Nullable String read) {
    ObjectPattern pattern = ObjectPattern.parse(text);
    assertThat(pattern == null ? null : pattern.toString()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "*, cart, true",
    "cart, cart, true",
    "car, cart, false",
    "cart, car, false",
    "c*, cart, true",
    "c**t, cart, true",
    "c*a*t, cart, true",
    "*t, cart, true",
    "*x, cart, false",
    "*ab, aab, true",
    "*ab, abaab, true",
    "a*ba*c, abbabac, true",
    "cart*, cart, true",
    "cart**, cart, true",
    "cart*x, cart, false",
  })
  void starsStandForAnyCharacters(String pattern, String name, boolean matches) {
    ResourceRef object = new ResourceRef("v1", "K", "n", name);
    assertThat(ObjectPattern.parse("K/" + pattern).matches(object, "")).isEqualTo(matches);
  }

  @ParameterizedTest
  @EnumSource(Limit.class)
  void limitsAreReadWithinTheirRange(Limit limit) {
    assertThat(Limit.of(limit.word())).isEqualTo(limit);
    assertThat(limit.read("1")).isEqualTo(1);
    assertThat(limit.read("0")).isZero();
    assertThat(limit.read(Long.toString(limit.most()))).isEqualTo(limit.most());
    if (limit.most() < Long.MAX_VALUE) {
      assertThat(limit.read(Long.toString(limit.most() + 1))).isZero();
      assertThatThrownBy(() -> Limits.DEFAULT.with(limit, limit.most() + 1))
          .hasMessage(limit.word() + " " + (limit.most() + 1));
    }
    assertThatThrownBy(() -> Limits.DEFAULT.with(limit, 0)).hasMessage(limit.word() + " 0");
    Limits one = Limits.DEFAULT.with(limit, 1);
    assertThat(one.of(limit)).isEqualTo(1);
    assertThat(Limits.DEFAULT.of(limit)).isEqualTo(limit.usual());
    assertThat(Limits.DEFAULT.or(one).of(limit)).isEqualTo(1);
    assertThat(one.or(Limits.DEFAULT.with(limit, 2)).of(limit)).isEqualTo(1);
    assertThat(one.count(limit)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-1",
        "1x",
        "1/",
        "1:",
        "+1",
        "9223372036854775808",
        "99999999999999999999",
        "10000000000000000000"
      })
  void whatIsNoNumber(String text) {
    assertThat(Limit.RUN_SIZE.read(text)).isZero();
  }

  @Test
  void largeNumbersAreCut() {
    Limits large = Limits.DEFAULT.with(Limit.RUN_SIZE, Long.MAX_VALUE);
    assertThat(Limit.RUN_SIZE.read("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(large.count(Limit.RUN_SIZE)).isEqualTo(Integer.MAX_VALUE);
    assertThat(large.source().runBytes()).isEqualTo(Long.MAX_VALUE);
    assertThat(Limit.RUN_SIZE.range()).isEqualTo("a whole number from 1");
    assertThat(Limit.DEPTH.range()).isEqualTo("a whole number from 1 to 500");
    assertThat(Limit.of("nothing")).isNull();
  }

  @Test
  void eachStageGetsItsOwnLimits() {
    Limits limits = Limits.DEFAULT;
    Limit[] all = Limit.values();
    for (int i = 0; i < all.length; i++) {
      limits = limits.with(all[i], 100 + i);
    }
    assertThat(limits.source()).hasToString("SourceLimits[fileBytes=100, runBytes=101, files=102]");
    assertThat(limits.yaml())
        .hasToString("YamlLimits[documentCodePoints=103, depth=104, nodes=105, expandedNodes=106]");
    assertThat(limits.schema())
        .hasToString(
            "SchemaLimits[work=111, findings=112, patternLength=113, patternDepth=114,"
                + " patternRepeat=115, patternWork=116]");
  }
}
