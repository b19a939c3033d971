package dev.hopcheck.robustness;

import static dev.hopcheck.robustness.Texts.FAULTY;
import static dev.hopcheck.robustness.Texts.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Table 3.5: file tree and races. What needs other users and mounts is in the launcher's tests. */
class TreeCasesTest extends CaseTable {
  private static final String ERROR = "node-port-out-of-range ";

  private static final List<String> ODD_NAMES =
      List.of(
          "a\nb.yaml",
          "a\rb.yaml",
          "a\u001b[31mb.yaml",
          "a{U+001B}[31mb.yaml",
          "a\"b.yaml",
          "a'b.yaml",
          "::error::a.yaml",
          "##[error]a.yaml",
          "%0A.yaml",
          "-a.yaml",
          "--help.yaml",
          "@a.yaml",
          " a b .yaml",
          "#a.yaml",
          "a?b.yaml",
          "a*b.yaml",
          "a\\b.yaml",
          "<a>&.yaml",
          "$HOME.yaml");

  private final List<Case> cases = new ArrayList<>();

  TreeCasesTest() {
    super("3.5 File tree and races");
  }

  @Override
  List<Case> cases() {
    special();
    links();
    folders();
    changing();
    names();
    arguments();
    notRead();
    return cases;
  }

  private Case one(int number, String input) {
    Case one = Case.of(number, input);
    cases.add(one);
    return one;
  }

  private void special() {
    one(51, "a FIFO")
        .made(folder -> shell("mkfifo \"$1\"", folder.resolve("x.yaml")))
        .problem("file-unreadable x.yaml:1:1");
    one(51, "a socket").made(TreeCasesTest::socket).problem("file-unreadable x.yaml:1:1");
    for (String device : List.of("/dev/zero", "/dev/null", "/dev/full")) {
      one(51, device + ", named")
          .run("lint", "--format", "json", device)
          .problem("file-unreadable " + device + ":1:1");
    }
  }

  private static void socket(Path folder) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("x.yaml")));
    }
  }

  private static void shell(String script, Object... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    assertThat(new ProcessBuilder(line).start().waitFor()).isZero();
  }

  private static Case.Making link(String name, String target) {
    return folder -> {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.createSymbolicLink(folder.resolve(name), Path.of(target));
    };
  }

  private void links() {
    one(52, "two links to a file of the tree")
        .file("real/x.yaml", FAULTY)
        .made(link("a.yaml", "real/x.yaml"))
        .made(link("b/b.yaml", "../real/x.yaml"))
        .error(ERROR + "real/x.yaml:7:26")
        .check(
            seen ->
                assertThat(seen.skipped())
                    .hasSize(2)
                    .allMatch(each -> each.contains("real/x.yaml")));
    one(53, "a link out of the tree")
        .file("../canary.yaml", FAULTY)
        .made(link("x.yaml", "../canary.yaml"))
        .problem("link-outside x.yaml:1:1");
    for (String target :
        List.of(
            "/etc/passwd",
            "/dev/zero",
            "/proc/self/environ",
            "/proc/self/fd/0",
            "/proc/self/mem")) {
      one(53, "a link to " + target)
          .made(link("x.yaml", target))
          .loosely()
          .exit(2)
          .check(
              seen ->
                  assertThat(seen.problems())
                      .hasSize(1)
                      .allMatch(each -> each.endsWith(" x.yaml:1:1")))
          .check(seen -> assertThat(seen.out()).doesNotContain("root:", "PATH="));
    }
    one(54, "a link to itself")
        .made(link("x.yaml", "x.yaml"))
        .problem("file-unreadable x.yaml:1:1");
    one(54, "links in a circle")
        .made(link("x.yaml", "y.yaml"))
        .made(link("y.yaml", "x.yaml"))
        .problem("file-unreadable x.yaml:1:1")
        .problem("file-unreadable y.yaml:1:1");
    one(54, "a link to nothing")
        .made(link("x.yaml", "gone.yaml"))
        .problem("file-missing x.yaml:1:1");
    one(55, "a linked folder in the tree")
        .file("../real/x.yaml", FAULTY)
        .made(link("a", "../real"))
        .check(seen -> assertThat(seen.skipped()).containsExactly("a: symbolic link to a folder"));
    one(55, "a folder that holds a link to itself")
        .made(link("a/b", ".."))
        .check(
            seen -> assertThat(seen.skipped()).containsExactly("a/b: symbolic link to a folder"));
    one(55, "an argument that is a link")
        .file("real/x.yaml", FAULTY)
        .made(link("root", "real"))
        .run("lint", "--format", "json", "root")
        .error(ERROR + "root/x.yaml:7:26");
    one(56, "a folder by two ways")
        .file("real/x.yaml", FAULTY)
        .made(link("root", "real"))
        .run("lint", "--format", "json", "real", "root", "./real/../real")
        .error(ERROR + "real/x.yaml:7:26")
        .check(seen -> assertThat(seen.files("discovered")).isEqualTo(1));
  }

  private void folders() {
    one(58, "a folder named x.yaml")
        .file("x.yaml/y.yaml", FAULTY)
        .error(ERROR + "x.yaml/y.yaml:7:26");
    for (String name : List.of("target", "node_modules", ".git")) {
      one(58, "a file named " + name)
          .file(name, FAULTY)
          .run("lint", "--format", "json", name)
          .error(ERROR + name + ":7:26");
    }
  }

  /** Standard input is read first, by the only thread, when the others are listed already. */
  private Case meanwhile(int number, String input, Case.Making change) {
    Path[] folder = new Path[1];
    boolean[] changed = new boolean[1];
    return one(number, input)
        .file("k/x.yaml", FAULTY)
        .file("k/y.yaml", FAULTY.replace("faulty", "other"))
        .made(made -> folder[0] = made)
        .standardInput(
            new InputStream() {
              @Override
              public int read() {
                try {
                  if (!changed[0]) {
                    changed[0] = true;
                    change.in(folder[0].resolve("k"));
                  }
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
                return -1;
              }
            })
        .run("lint", "--format", "json", "--jobs", "1", "--unit", "all", "-", "k")
        .error(ERROR + "k/y.yaml:7:26");
  }

  private void changing() {
    meanwhile(59, "a file that is gone", k -> Files.delete(k.resolve("x.yaml")))
        .problem("file-missing k/x.yaml:1:1");
    meanwhile(
            59,
            "a file that is a FIFO now",
            k -> {
              Files.delete(k.resolve("x.yaml"));
              shell("mkfifo \"$1\"", k.resolve("x.yaml"));
            })
        .problem("file-unreadable k/x.yaml:1:1");
    meanwhile(
            59,
            "a file that is a link now",
            k -> {
              Files.move(k.resolve("x.yaml"), k.resolveSibling("moved.yaml"));
              Files.createSymbolicLink(k.resolve("x.yaml"), Path.of("../moved.yaml"));
            })
        .problem("file-unreadable k/x.yaml:1:1");
    meanwhile(
            59,
            "a file that is a folder now",
            k -> {
              Files.delete(k.resolve("x.yaml"));
              Files.createDirectory(k.resolve("x.yaml"));
            })
        .problem("file-unreadable k/x.yaml:1:1");
    meanwhile(59, "a file that is shorter now", k -> Files.writeString(k.resolve("x.yaml"), GOOD));
    meanwhile(
            59,
            "a file that is longer now",
            k -> Files.writeString(k.resolve("x.yaml"), GOOD + "---\n" + FAULTY))
        .error(ERROR + "k/x.yaml:12:26");
    // These tell another size than they have, as a file that changes while it is read.
    one(25, "a file that grows while it is read")
        .run("lint", "--format", "json", "/proc/self/status")
        .problem("file-changed /proc/self/status:1:1");
    one(25, "a file that shrinks while it is read")
        .run("lint", "--format", "json", "/sys/kernel/mm/transparent_hugepage/enabled")
        .problem("file-changed");
  }

  private void names() {
    Case odd = one(60, ODD_NAMES.size() + " odd names");
    for (String name : ODD_NAMES) {
      odd.file("k/" + name, FAULTY.replace("faulty", "n" + ODD_NAMES.indexOf(name)));
      odd.error(ERROR + "k/" + name + ":7:26");
    }
    for (String format : List.of("text", "github", "gitlab", "sarif", "junit", "markdown")) {
      Case shown = one(60, "odd names, " + format);
      for (String name : ODD_NAMES) {
        shown.file("k/" + name, FAULTY.replace("faulty", "n" + ODD_NAMES.indexOf(name)));
      }
      shown.run("lint", "--format", format, "k").exit(1).check(TreeCasesTest::isHarmless);
    }
    Case distinct = one(60, "names that print alike");
    for (String name : ODD_NAMES) {
      distinct.file("k/" + name, FAULTY.replace("faulty", "n" + ODD_NAMES.indexOf(name)));
    }
    distinct.run("lint", "k").exit(1).check(TreeCasesTest::areDistinct);
    for (String name : List.of("a\\\\377.yaml", "a\\\\303.yaml", "\\\\303\\\\244.yaml")) {
      one(60, "bytes " + name.replace("\\\\", "\\"))
          .file("good.yaml", FAULTY)
          .made(
              folder ->
                  shell(
                      "cd \"$1\"; mkdir k; mv good.yaml \"k/$(printf '"
                          + name.replace("\\\\", "\\")
                          + "')\"",
                      folder))
          .error("node-port-out-of-range")
          .check(seen -> assertThat(seen.findings().toString()).doesNotContain("\uFFFD", "?"));
    }
    one(62, "names that differ in case")
        .file("k/x.yaml", FAULTY)
        .file("k/X.yaml", FAULTY.replace("faulty", "b"))
        .file("k/x.YAML", FAULTY.replace("faulty", "c"))
        .error(ERROR + "k/x.yaml:7:26")
        .error(ERROR + "k/X.yaml:7:26")
        .error(ERROR + "k/x.YAML:7:26");
    one(62, "names that other systems reserve")
        .file("k/con.yaml", FAULTY)
        .file("k/nul.yaml", FAULTY.replace("faulty", "b"))
        .file("aux/x.yaml", FAULTY)
        .error(ERROR + "k/con.yaml:7:26")
        .error(ERROR + "k/nul.yaml:7:26")
        .error(ERROR + "aux/x.yaml:7:26");
    one(62, "a dot at the end")
        .file("x.yaml.", FAULTY)
        .run("lint", "--format", "json", "x.yaml.")
        .error(ERROR + "x.yaml.:7:26");
    one(62, "one name composed and decomposed")
        .file("x.yaml", FAULTY)
        .file("y.yaml", FAULTY.replace("faulty", "b"))
        .made(
            folder ->
                shell(
                    "cd \"$1\"; mkdir k; mv x.yaml \"k/$(printf '\\303\\251').yaml\"; mv y.yaml \"k/$(printf 'e\\314\\201').yaml\"",
                    folder))
        .error(ERROR + "k/\u00e9.yaml:7:26")
        .error(ERROR + "k/e\u0301.yaml:7:26");
  }

  private static void isHarmless(Seen seen) {
    seen.out()
        .chars()
        .forEach(c -> assertThat(c == '\n' || c >= ' ' && c != 0x7F).as(seen.out()).isTrue());
  }

  private static void areDistinct(Seen seen) {
    Set<String> places = new LinkedHashSet<>();
    seen.out().lines().filter(line -> line.contains("--> ")).forEach(places::add);
    assertThat(places).hasSize(ODD_NAMES.size());
  }

  private void arguments() {
    String[][] lines = {
      {"a", "a/b", "a/b/x.yaml"}, {"a/b/x.yaml", "a/b", "a"}, {"a", "./a", "a/"}, {"a/../a", "a"}
    };
    for (String[] line : lines) {
      List<String> arguments = new ArrayList<>(List.of("lint", "--format", "json"));
      arguments.addAll(List.of(line));
      one(63, String.join(" ", line))
          .file("a/b/x.yaml", FAULTY)
          .run(arguments.toArray(new String[0]))
          .error("node-port-out-of-range")
          .check(seen -> assertThat(seen.files("discovered")).isEqualTo(1));
    }
    one(63, "a file twice")
        .file("x.yaml", FAULTY)
        .run("lint", "--format", "json", "x.yaml", "./x.yaml", "x.yaml")
        .error(ERROR + "x.yaml:7:26")
        .check(seen -> assertThat(seen.count("documents")).isEqualTo(1));
  }

  private void notRead() {
    for (String name : List.of("chart-1.0.tgz", "a.tar.gz", "a.zip")) {
      one(65, name)
          .file(name, "../../x.yaml\0" + FAULTY)
          .check(seen -> assertThat(seen.skipped()).containsExactly(name + ": archive"));
    }
    for (String folder : List.of(".git", "node_modules", "target")) {
      one(66, folder)
          .file(folder + "/x.yaml", FAULTY)
          .check(seen -> assertThat(seen.skipped()).containsExactly(folder + ": excluded folder"));
    }
    one(66, "a submodule")
        .file("sub/.git", "gitdir: ../.git/modules/sub\n")
        .file("sub/x.yaml", FAULTY)
        .error(ERROR + "sub/x.yaml:7:26");
    one(66, "a gigabyte of other files")
        .made(
            folder -> {
              for (int i = 0; i < 16; i++) {
                try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve(i + ".bin").toString(), "rw")) {
                  file.setLength(64L << 20);
                }
              }
            })
        .check(seen -> assertThat(seen.files("discovered")).isEqualTo(1));
  }
}
