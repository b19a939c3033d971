package dev.hopcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.source.SourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartAliasesTest {
  @TempDir Path chart;

  private String resolved(String path) {
    return chart
        .relativize(ChartAliases.resolve(chart, path, SourceLimits.DEFAULT).normalize())
        .toString();
  }

  @Test
  void aliasesLeadToTheChartsThatHaveThem() throws IOException {
    Files.createDirectories(chart.resolve("charts/db/charts/log"));
    Files.createDirectories(chart.resolve("charts/queue"));
    Files.writeString(
        chart.resolve("Chart.yaml"),
        "dependencies:\n  - {name: queue}\n  - {name: db, alias: store}\n"
            + "  - {name: ../db, alias: out}\n  - {name: db, alias: queue}\n");
    Files.writeString(
        chart.resolve("charts/db/Chart.yaml"), "dependencies: [{name: log, alias: trail}]\n");
    assertThat(resolved("templates/a.yaml")).isEqualTo("templates/a.yaml");
    assertThat(resolved("charts/db/templates/a.yaml")).isEqualTo("charts/db/templates/a.yaml");
    assertThat(resolved("charts/store/templates/a.yaml")).isEqualTo("charts/db/templates/a.yaml");
    assertThat(resolved("charts/store/charts/trail/a.yaml"))
        .isEqualTo("charts/db/charts/log/a.yaml");
    // A folder of that name wins; what no chart has, and what leads out, stays as it is.
    assertThat(resolved("charts/queue/a.yaml")).isEqualTo("charts/queue/a.yaml");
    assertThat(resolved("charts/none/a.yaml")).isEqualTo("charts/none/a.yaml");
    assertThat(resolved("charts/out/a.yaml")).isEqualTo("charts/out/a.yaml");
  }

  @Test
  void brokenChartsNameNothing() throws IOException {
    Files.writeString(chart.resolve("Chart.yaml"), "dependencies: {a: [\n");
    assertThat(resolved("charts/store/a.yaml")).isEqualTo("charts/store/a.yaml");
  }
}
