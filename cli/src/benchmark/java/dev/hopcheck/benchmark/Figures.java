package dev.hopcheck.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints how long whole runs of the packaged command line take, start-up included, then the stages.
 * With {@code -Dpeer="COMMAND"} another program is run in turn with it, over the same folders, and
 * the ratios are printed: machines are too noisy to compare figures of different days.
 */
public final class Figures {
  private static final int RUNS = Integer.getInteger("runs", 5);

  private Figures() {}

  /**
   * Measures.
   *
   * @param arguments the folder for manifests, and the launcher
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> lint = List.of(arguments[1], "lint");
    String peer = System.getProperty("peer", "");
    System.out.println(
        "\nworkload        documents  seconds (median)   documents/s  peak memory"
            + (peer.isEmpty() ? "" : "  peer's seconds  times as fast"));
    for (Workload workload : Workload.values()) {
      line(workload, workload.in(folder).toString(), lint, peer);
    }
    if (!Boolean.getBoolean("processes.only")) {
      System.setProperty("hopcheck.benchmarks", folder.toString());
      new Runner(
              new OptionsBuilder()
                  .include(Stages.class.getName())
                  .jvmArgs("-Dhopcheck.benchmarks=" + folder)
                  .build())
          .run();
    }
  }

  private static void line(Workload workload, String folder, List<String> lint, String peer)
      throws IOException, InterruptedException {
    List<String> ours = new ArrayList<>(lint);
    ours.add(folder);
    List<String> theirs = new ArrayList<>(Arrays.asList(peer.split(" +")));
    theirs.add(folder);
    Run first = Run.of(ours);
    first.holds(workload);
    double[] seconds = new double[RUNS];
    double[] peers = new double[RUNS];
    long peak = 0;
    for (int i = 0; i < RUNS; i++) {
      Run run = Run.of(ours);
      run.holds(workload);
      seconds[i] = run.seconds();
      peak = Math.max(peak, run.peak());
      peers[i] = peer.isEmpty() ? 0 : Run.of(theirs).seconds();
    }
    Arrays.sort(seconds);
    Arrays.sort(peers);
    double median = seconds[RUNS / 2];
    String text =
        String.format(
            Locale.ROOT,
            "%-14s %10d %17.3f %13.0f %9d MB",
            workload,
            workload.documents(),
            median,
            workload.documents() / median,
            peak >> 20);
    if (!peer.isEmpty()) {
      double other = peers[RUNS / 2];
      text += String.format(Locale.ROOT, "  %14.3f  %13.2f", other, other / median);
    }
    System.out.println(text);
  }

  /**
   * One run of a program.
   *
   * @param seconds from its start to its end
   * @param peak the most memory it held, in bytes; 0 where the system does not tell
   * @param said the last line of its standard output
   */
  private record Run(double seconds, long peak, String said) {
    static Run of(List<String> command) throws IOException, InterruptedException {
      File output = File.createTempFile("hopcheck", ".txt");
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      long peak = 0;
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peak(status));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      List<String> lines = Files.readAllLines(output.toPath(), StandardCharsets.UTF_8);
      Files.delete(output.toPath());
      return new Run(seconds, peak, lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    private static long peak(Path status) {
      try {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            return Long.parseLong(line.replaceAll("\\D", "")) << 10;
          }
        }
      } catch (IOException ended) {
        return 0;
      }
      return 0;
    }

    /** A figure of a run that found something else is none. */
    void holds(Workload workload) {
      String wanted = workload.documents() + " documents: " + workload.faults() + " error";
      if (!said.contains(wanted)) {
        throw new IllegalStateException(workload + ": expected " + wanted + "s, got " + said);
      }
    }
  }
}
