package dev.hopcheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.finding.Applicability;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Rejection;
import dev.hopcheck.finding.Severity;
import dev.hopcheck.source.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateKeyTest {
  @Test
  void theLastOneWins() {
    YamlDocument document = Documents.one("spec: {type: a}\nspec: {name: b}\n");
    assertThat(document.root().entries()).hasSize(1);
    assertThat(document.root().get("spec").get("name").text()).isEqualTo("b");
    assertThat(document.root().get("spec").get("type")).isNull();
  }

  @Test
  void case43FoundAtAnyDepthOnTheConvertedKey() {
    assertThat(paths("a: 1\n\"a\": 2\n")).containsExactly("a");
    assertThat(paths("1: x\n\"1\": y\n0x1: z\n")).containsExactly("1", "1");
    assertThat(paths("yes: x\ntrue: y\n")).containsExactly("true");
    assertThat(paths("spec:\n  ports:\n  - name: a\n    name: b\n"))
        .containsExactly("spec.ports[0].name");
    assertThat(paths("items:\n- spec: {x: {z: 1, z: 2}}\n")).containsExactly("items[0].spec.x.z");
    assertThat(paths("- a: 1\n  a: 2\n")).containsExactly("[0].a");
    assertThat(paths("{\"a\": 1, \"a\": 2}")).containsExactly("a");
    assertThat(paths("a: 1\nA: 2\n")).isEmpty();
  }

  @Test
  void case43FindingNamesBothPlaces() {
    List<Finding> findings =
        findings("metadata: {}\nspec:\n  selector: {a: b}\n  selector: {a: c}\n");
    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.headline()).isEqualTo("`spec.selector` is given twice");
    assertThat(finding.location().start()).isEqualTo(new Position(4, 3));
    assertThat(finding.location().text()).isEqualTo("selector");
    assertThat(finding.related().get(0).at().start()).isEqualTo(new Position(3, 3));
    assertThat(finding.rejection().field()).isEqualTo("spec.selector");
    assertThat(finding.rejection().reason()).isEqualTo(Rejection.Reason.DUPLICATE_FIELD);
    assertThat(finding.fixes()).isEmpty();
  }

  @Test
  void theSameValueTwiceHasASafeFix() {
    Finding finding = findings("a: x\nb: y\na: x\nc: z\n").get(0);
    assertThat(finding.fixes()).hasSize(1);
    assertThat(finding.fixes().get(0).applicability()).isEqualTo(Applicability.SAFE);
    assertThat(finding.fixes().get(0).edits().get(0).at().text()).isEqualTo("a: x\n");
  }

  @Test
  void aForgottenSeparatorIsOneFinding() {
    String one = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {}\n";
    List<Finding> findings = findings(one + one + one);
    assertThat(findings).hasSize(2);
    Finding first = findings.get(0);
    assertThat(first.headline())
        .isEqualTo("a line `---` is missing before the second `apiVersion`");
    assertThat(first.location().start()).isEqualTo(new Position(5, 1));
    assertThat(first.consequences()).hasSize(3);
    assertThat(first.fixes().get(0).edits().get(0).replacement()).isEqualTo("---\n");
  }

  @Test
  void aForgottenDashIsOneFinding() {
    List<Finding> findings =
        findings("ports:\n- name: a\n  port: 1\n  name: b\n  port: 2\n- name: c\n");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).headline()).isEqualTo("`-` is missing before the second `name`");
    assertThat(findings.get(0).field()).isEqualTo("ports[0].name");
    assertThat(findings.get(0).consequences()).hasSize(1);
  }

  @Test
  void case44MergedKeys() {
    YamlDocument document =
        Documents.one("x: &x {a: 1, b: 2}\ny: &y {a: 3, c: 4}\nz:\n  <<: [*x, *y]\n  b: 5\n");
    YamlNode merged = document.root().get("z");
    assertThat(merged.get("a").text()).isEqualTo("1");
    assertThat(merged.get("b").text()).isEqualTo("5");
    assertThat(merged.get("c").text()).isEqualTo("4");
    assertThat(merged.entry("b").merged()).isFalse();
    assertThat(document.duplicates()).allMatch(DuplicateKey::merged);
    assertThat(document.duplicates()).extracting(DuplicateKey::path).contains("z.b");
    // Overriding is what a merge is for: told, and no fault.
    assertThat(DuplicateKeyFindings.of(document))
        .isNotEmpty()
        .allMatch(finding -> finding.severity() == Severity.INFO);
  }

  @Test
  void case31DuplicatesByThousandsAreLinear() {
    StringBuilder text = new StringBuilder("a:\n");
    for (int i = 0; i < 60_000; i++) {
      text.append("  k").append(i % 30_000).append(": v\n");
    }
    assertThat(Documents.one(text.toString()).duplicates()).hasSize(30_000);
  }

  @Test
  void case31KeysOfOneHashCodeStayDistinct() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 << 13; i++) {
      for (int bit = 0; bit < 13; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(": v\n");
    }
    assertThat(Documents.one(text.toString()).duplicates()).isEmpty();
  }

  private static List<Finding> findings(String text) {
    return DuplicateKeyFindings.of(Documents.one(text));
  }

  private static List<String> paths(String text) {
    List<String> paths = new ArrayList<>();
    for (DuplicateKey duplicate : Documents.one(text).duplicates()) {
      paths.add(duplicate.path());
    }
    return paths;
  }
}
