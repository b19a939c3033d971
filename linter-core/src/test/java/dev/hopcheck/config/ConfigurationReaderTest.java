package dev.hopcheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What configurations may say; the reader and the published schema are of one mind. */
class ConfigurationReaderTest {
  private static final Catalogue CATALOGUE = Catalogue.of();

  private static Configuration read(String text) throws SettingsException {
    return ConfigurationReader.read(SourceFile.of("hopcheck.yaml", text), CATALOGUE);
  }

  private static boolean schemaTakes(String json) throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigurationSchema.text(CATALOGUE));
    return schema.validate(JsonMapper.shared().readTree(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"rules\": {\"suppression-unused\": \"off\", \"suppression-expired\": \"warning\"}}",
        "{\"rules\": {\"suppression-unused\": false}}",
        "{\"overrides\": [{\"paths\": [\"a/**\"], \"rules\": {\"suppression-expired\": \"error\"}, \"reason\": \"x\"}]}",
        "{\"overrides\": [{\"objects\": [\"Service/shop/cart\", \"Service/*\"], \"rules\": {\"suppression-expired\": \"error\"}, \"reason\": \"x\"}]}",
        "{\"unit\": \"all\", \"units\": [\"deploy/prod\", \"x/\"], \"closed\": true}",
        "{\"namespace\": \"shop\", \"kubernetesVersion\": \"1.31\", \"schemas\": [\"crds\"]}",
        "{\"kubernetesVersion\": 1.30}",
        "{\"exclude\": [\"**/x-*.yaml\", \"a?\"], \"failOn\": \"never\", \"show\": \"info\"}",
        "{\"limits\": {\"depth\": 500, \"run-size\": 9000000000, \"document-time\": 1}}",
        "{\"cluster\": {\"domain\": \"c.local\", \"ipFamilies\": [\"IPv6\", \"IPv4\"], \"serviceCidr\": \"10.0.0.0/16\", \"nodePortRange\": \"30000-30100\", \"proxyMode\": \"nftables\", \"listening\": \"declared\", \"publicNames\": [\"example.com\"]}}",
        "{\"cluster\": {\"nodes\": [{\"name\": \"a\", \"address\": \"192.0.2.1\", \"labels\": {\"a\": \"b\"}}], \"placement\": {\"shop/cart\": \"a\"}}}",
      })
  void readerAndSchemaTake(String json) throws Exception {
    assertThat(read(json).file()).isEqualTo("hopcheck.yaml");
    assertThat(schemaTakes(json)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"rulez\": {}}",
        "{\"rules\": {\"suppression-unsued\": \"off\"}}",
        "{\"rules\": {\"suppression-unused\": \"fatal\"}}",
        "{\"rules\": {\"*\": \"off\"}}",
        "{\"rules\": []}",
        "{\"overrides\": [{\"paths\": [\"a\"], \"rules\": {\"suppression-expired\": \"off\"}}]}",
        "{\"overrides\": [{\"paths\": [\"a\"], \"rules\": {\"suppression-expired\": \"off\"}, \"reason\": \" \"}]}",
        "{\"overrides\": [{\"rules\": {\"suppression-expired\": \"off\"}, \"reason\": \"x\"}]}",
        "{\"overrides\": [{\"paths\": [\"a\"], \"rules\": {}, \"reason\": \"x\"}]}",
        "{\"overrides\": [{\"objects\": [\"cart\"], \"rules\": {\"suppression-expired\": \"off\"}, \"reason\": \"x\"}]}",
        "{\"overrides\": [{\"objects\": [\"a/b/c/d\"], \"rules\": {\"suppression-expired\": \"off\"}, \"reason\": \"x\"}]}",
        "{\"unit\": \"cluster\"}",
        "{\"units\": [\"/etc\"]}",
        "{\"units\": [\"a/../../b\"]}",
        "{\"schemas\": [\"../x\"]}",
        "{\"schemas\": [\"https://example.com/x\"]}",
        "{\"closed\": \"yes\"}",
        "{\"namespace\": \"No\"}",
        "{\"kubernetesVersion\": \"1.9\"}",
        "{\"exclude\": [\"^(.*a){12}$\"]}",
        "{\"exclude\": [\"a[b]\"]}",
        "{\"exclude\": [\"\"]}",
        "{\"exclude\": \"a\"}",
        "{\"limits\": {\"depths\": 5}}",
        "{\"limits\": {\"depth\": 501}}",
        "{\"limits\": {\"nodes\": 0}}",
        "{\"limits\": {\"nodes\": \"many\"}}",
        "{\"limits\": []}",
        "{\"failOn\": \"off\"}",
        "{\"show\": \"never\"}",
        "{\"cluster\": {\"domains\": \"x\"}}",
        "{\"cluster\": {\"proxyMode\": \"ebpf\"}}",
        "{\"cluster\": {\"nodes\": [{\"address\": \"192.0.2.1\"}]}}",
      })
  void robustness107And108ReaderAndSchemaRefuse(String json) throws Exception {
    assertThatThrownBy(() -> read(json)).isInstanceOf(SettingsException.class);
    assertThat(schemaTakes(json)).isFalse();
  }

  @Test
  void robustness108TenMegabytesAndBadTextAreRefused() {
    assertThatThrownBy(() -> read("rules: {}\n# " + "x".repeat(10 << 20)))
        .isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> read("a: [")).hasMessageStartingWith("hopcheck.yaml:");
    assertThatThrownBy(() -> read("closed: true\n---\nclosed: true\n"))
        .isInstanceOf(SettingsException.class);
  }

  @Test
  void anEmptyConfigurationChoosesNothing() throws SettingsException {
    assertThat(read("# nothing yet\n").choices()).isEmpty();
    assertThat(read("").closed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "legacy, legacy/a/b.yaml, true",
    "legacy, other/legacy/b.yaml, false",
    "legacy/**, legacy/a.yaml, true",
    "**/legacy, a/b/legacy/c.yaml, true",
    "**/legacy, legacy/c.yaml, true",
    "**/legacy, xlegacy/c.yaml, false",
    "**/*.yaml, a.yaml, true",
    "*.yaml, a/b.yaml, false",
    "a/*/c, a/b/c, true",
    "a/*/c, a/b/b/c, false",
    "a/**/c, a/c, true",
    "a/**/c, a/b/b/c, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "./a, a/x, true",
    "a/, a/x, true",
    "leg, legacy, false",
  })
  void globsMeanPathsBelowTheDirectory(String glob, String path, boolean expected) {
    assertThat(Glob.fault(glob)).isNull();
    assertThat(new Glob(glob).matches(path)).isEqualTo(expected);
  }

  @Test
  void robustness111NoGlobIsSlow() {
    String evil = "*a".repeat(499);
    assertThat(new Glob(evil).matches("a".repeat(4_000) + "b")).isFalse();
    assertThat(new Glob("**/".repeat(300) + "x").matches("a/".repeat(2_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Service/shop/cart, true",
    "Service/cart, true",
    "*/shop/*, true",
    "Service/*/c*t, true",
    "Service/other/cart, false",
    "Pod/shop/cart, false",
    "Service/shop/car, false",
  })
  void objectsAreMeantByKindNamespaceAndName(String pattern, boolean expected) {
    ObjectPattern read = ObjectPattern.parse(pattern);
    assertThat(read).isNotNull();
    ResourceRef object = new ResourceRef("v1", "Service", "shop", "cart");
    assertThat(read.matches(object, "default")).isEqualTo(expected);
  }

  @Test
  void anObjectWithoutNamespaceLiesInTheAssumedOne() {
    ResourceRef object = new ResourceRef("v1", "Service", "", "cart");
    assertThat(ObjectPattern.parse("Service/shop/cart").matches(object, "shop")).isTrue();
    assertThat(ObjectPattern.parse("Service/shop/cart").matches(object, "default")).isFalse();
  }
}
