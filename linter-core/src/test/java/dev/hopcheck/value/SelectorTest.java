package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
  private static final Map<String, String> LABELS = Map.of("app", "web", "tier", "5");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app=web | true",
        "app==web,tier!=6 | true",
        "app in (web,api) | true",
        "app notin (web) | false",
        "env notin (prod) | true",
        "!env | true",
        "app,!tier | false",
        "tier>4,tier<6 | true",
        "in!=in | true",
      })
  void choosesByText(String text, boolean matches) {
    assertThat(LabelSelector.parse(text).get().matches(LABELS)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=a | found '=', expected: !, identifier, or 'end of string'",
        "a, | found '', expected: identifier after ','",
        "a in b | unable to parse requirement: found 'b' expected: '('",
        "a b | unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
        "!a=b | found '=', expected: ',' or 'end of string'",
      })
  void saysWhatKubectlSays(String text, String error) {
    assertThat(LabelSelector.parse(text).error()).isEqualTo(error);
  }

  @Test
  void anEmptySelectorChoosesEverything() {
    assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
    assertThat(LabelSelector.parse("").get().isEmpty()).isTrue();
  }

  @Property
  void anOperatorAndItsOppositeDivideAllLabels(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 2) String key,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 2) String value) {
    Map<String, String> labels = Map.of("a", "b", "b", "");
    List<String> values = List.of(value);
    boolean in = new Requirement(key, Requirement.Operator.IN, values).matches(labels);
    boolean notIn = new Requirement(key, Requirement.Operator.NOT_IN, values).matches(labels);
    assertThat(in).isNotEqualTo(notIn);
    boolean there = new Requirement(key, Requirement.Operator.EXISTS, List.of()).matches(labels);
    assertThat(there)
        .isNotEqualTo(
            new Requirement(key, Requirement.Operator.DOES_NOT_EXIST, List.of()).matches(labels));
  }

  @Test
  void findsWhatWasMeant() {
    assertThat(Nearest.of("crat", List.of("web", "cart", "card"))).hasValue("cart");
    assertThat(Nearest.of("Cart", List.of("cary", "cart"))).hasValue("cart");
    assertThat(Nearest.of("db", List.of("da"))).isEmpty();
    assertThat(Nearest.of("cart", List.of("carb", "cara"))).hasValue("cara");
    assertThat(EditDistance.within("abc", "acb", 2)).isEqualTo(1);
    assertThat(EditDistance.within("abcdef", "x", 2)).isEqualTo(3);
    assertThat(EditDistance.isNearMiss("frontend", "fronted")).isTrue();
    assertThat(EditDistance.isNearMiss("web", "wed")).isFalse();
  }

  @Test
  void readsTargetsWithTheirOffsets() {
    String text = "postgresql://u:p@ss@db.shop:5433/x?y=http://z";
    ClientTarget target = ClientTarget.parse(text).orElseThrow();
    assertThat(target.host()).isEqualTo("db.shop");
    assertThat(text.substring(target.hostStart(), target.hostEnd())).isEqualTo("db.shop");
    assertThat(text.substring(target.portStart(), target.portEnd())).isEqualTo("5433");
    assertThat(ClientTarget.parse("http://web").orElseThrow().effectivePort()).hasValue(80);
    assertThat(ClientTarget.parse("http://[::1]:8080/").orElseThrow().port()).isEqualTo(8080);
    assertThat(ClientTarget.parse("jdbc:mysql://db/x").orElseThrow().effectivePort())
        .hasValue(3306);
    assertThat(ClientTarget.parse("nginx:1.25")).isEmpty();
    assertThat(ClientTarget.parse("web:80").orElseThrow().scheme()).isEmpty();
    assertThat(ClientTarget.parse("")).isEmpty();
    assertThat(ClientTarget.parseAll("mongodb://a:1,b:2/db"))
        .extracting(t -> t.scheme() + " " + t.host() + " " + t.port() + t.path())
        .containsExactly("mongodb a 1", "mongodb b 2/db");
  }

  @Test
  void readsDnsNames() {
    DnsName name = DnsName.parse("Web.Shop.svc.").orElseThrow();
    assertThat(name).hasToString("web.shop.svc.");
    assertThat(name.isWithin(DnsName.parse("svc").orElseThrow())).isTrue();
    assertThat(DnsName.parse("a..b")).isEmpty();
    assertThat(DnsName.parse("a.b").orElseThrow().dots()).isEqualTo(1);
  }
}
