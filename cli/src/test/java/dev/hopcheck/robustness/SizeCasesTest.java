package dev.hopcheck.robustness;

import static dev.hopcheck.robustness.Texts.FAULTY;
import static dev.hopcheck.robustness.Texts.GOOD;
import static dev.hopcheck.robustness.Texts.config;
import static dev.hopcheck.robustness.Texts.custom;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Table 3.3: size and structure. */
class SizeCasesTest extends CaseTable {
  private final List<Case> cases = new ArrayList<>();

  SizeCasesTest() {
    super("3.3 Size and structure");
  }

  @Override
  List<Case> cases() {
    sizes();
    depth();
    aliases();
    many();
    often();
    lists();
    return cases;
  }

  private Case x(int number, String input, String text) {
    return one(number, input).file("x.yaml", text);
  }

  private Case one(int number, String input) {
    Case one = Case.of(number, input);
    cases.add(one);
    return one;
  }

  private void sizes() {
    one(22, "a sparse file of 1 GiB")
        .made(
            folder -> {
              try (RandomAccessFile file =
                  new RandomAccessFile(folder.resolve("x.yaml").toString(), "rw")) {
                file.setLength(1L << 30);
              }
            })
        .problem("limit-file-size x.yaml:1:1");
    String full = GOOD + "# " + "x".repeat(1000 - GOOD.length() - 3) + "\n";
    x(23, "a file at the limit", full).with("--limit", "file-size=1000");
    x(23, "a file over the limit", full + "\n")
        .with("--limit", "file-size=1000")
        .problem("limit-file-size");
    String most = GOOD + "# " + "x".repeat((3 << 20) - GOOD.length() - 2);
    x(23, "a document at the limit", most);
    x(23, "a document over the limit", most + "x").problem("yaml-limit-size");
    one(24, "300 MiB on standard input")
        .standardInput(zeros(300L << 20))
        .run("lint", "--format", "json", "-")
        .problem("limit-file-size");
    one(25, "standard input without an end")
        .standardInput(zeros(Long.MAX_VALUE))
        .run("lint", "--format", "json", "-")
        .problem("limit-file-size");
    one(25, "endless zeros through a link")
        .made(folder -> Files.createSymbolicLink(folder.resolve("x.yaml"), Path.of("/dev/zero")))
        .problem("link-outside");
  }

  private static InputStream zeros(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? 'a' : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int given = (int) Math.min(length, left);
        Arrays.fill(into, from, from + given, (byte) 'a');
        left -= given;
        return given == 0 && length > 0 ? -1 : given;
      }
    };
  }

  private void depth() {
    x(26, "`[` a million times", "[".repeat(1_000_000)).problem("yaml-limit-depth");
    x(26, "`{` a million times", "{".repeat(1_000_000)).problem("yaml-limit-depth");
    x(26, "`- ` 500,000 times", "- ".repeat(500_000)).problem("yaml-limit-depth");
    x(26, "`? ` 500,000 times", "? ".repeat(500_000)).problem("yaml-limit-depth");
    x(26, "`{a: ` 250,000 times", "{a: ".repeat(250_000)).problem("yaml-limit-depth");
    for (int depth : List.of(99, 100, 101)) {
      // The object itself is the first mapping, and the line under the last key the last.
      String flow = "a: " + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "\n";
      String mappings = "a: " + "{b: ".repeat(depth - 1) + "c" + "}".repeat(depth - 1) + "\n";
      StringBuilder block = new StringBuilder();
      StringBuilder items = new StringBuilder("a:\n");
      for (int i = 0; i < depth; i++) {
        block.append(" ".repeat(i)).append(i == 0 ? "a:\n" : i < depth - 1 ? "b:\n" : "b: c\n");
      }
      items.append("- ".repeat(depth - 1)).append("c\n");
      depth(depth, "in brackets", flow);
      depth(depth, "in braces", mappings);
      depth(depth, "in a block", block.toString());
      depth(depth, "in items", items.toString());
    }
    String json = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
    one(27, "depth 500 of JSON").file("x.json", json).problem("yaml-limit-depth");
    one(27, "depth 500 of JSON, allowed").file("x.json", json).with("--limit", "depth=500");
  }

  private void depth(int depth, String how, String lines) {
    Case one = x(27, "depth " + depth + " " + how, custom(lines));
    if (depth > 100) {
      one.problem("yaml-limit-depth");
    }
  }

  private void aliases() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append(("*a" + (i - 1) + ", ").repeat(8)).append("*a").append(i - 1).append("]\n");
    }
    x(28, "nine times nine laughs", custom(laughs.toString())).problem("yaml-limit-aliases");
    for (int fan = 2; fan <= 5; fan++) {
      x(28, "48 aliases of " + fan, custom(chain(48, fan, ""))).problem("yaml-limit-aliases");
    }
    x(28, "a chain of merges", custom(chain(40, 2, "<<: "))).problem("yaml-limit-aliases");
    for (String text :
        List.of("a: &a [*a]", "a: &a {b: *a}", "a: &a {b: &b {c: *a}}", "a: *b\nb: &b c")) {
      x(29, text.replace('\n', ' '), custom(text + "\n") + "---\n" + FAULTY)
          .problem("yaml-syntax")
          .error("node-port-out-of-range")
          .says("*");
    }
    x(29, "an alias as key", config("a", "data:\n  a: &k b\n  *k : c\n"));
    x(30, "an anchor twice", config("a", "data: {a: &x '1', b: &x '2', c: *x}\n"));
    StringBuilder anchors = new StringBuilder("a:\n");
    for (int i = 0; i < 100_000; i++) {
      anchors.append("- &a").append(i).append(" x\n");
    }
    x(30, "100,000 anchors", custom(anchors.toString()));
  }

  private static String chain(int length, int fan, String merge) {
    StringBuilder text = new StringBuilder("a0: &a0 {k: v}\n");
    for (int i = 1; i <= length; i++) {
      String all = "[" + ("*a" + (i - 1) + ",").repeat(fan) + "]";
      text.append("a").append(i).append(": &a").append(i).append(" ");
      text.append(merge.isEmpty() ? all : "{" + merge + all + "}").append("\n");
    }
    return text.toString();
  }

  private void many() {
    StringBuilder keys = new StringBuilder("a:\n");
    StringBuilder doubled = new StringBuilder("a:\n");
    for (int i = 0; i < 100_000; i++) {
      keys.append("  k").append(i).append(": \n");
      doubled.append("  k: \n");
    }
    x(31, "100,000 keys", custom(keys.toString()));
    x(31, "a million keys", custom("a: {" + "a: ,".repeat(700_000) + "}\n"))
        .problem("yaml-limit-nodes");
    x(31, "100,000 doubled keys", custom(doubled.toString())).exit(2).loosely();
    StringBuilder colliding = new StringBuilder("a:\n");
    for (int i = 0; i < 1 << 14; i++) {
      colliding.append("  ");
      for (int bit = 0; bit < 14; bit++) {
        colliding.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      colliding.append(": x\n");
    }
    x(31, "keys of one hash code", custom(colliding.toString()));
    String large = "x".repeat(3_000_000);
    x(32, "a plain text of 3 MB", custom("a: " + large + "\n"));
    x(32, "a quoted text of 3 MB", custom("a: '" + large + "'\n"));
    x(32, "a block of 3 MB", custom("a: |\n  " + large + "\n"));
    x(32, "a comment of 3 MB", custom("# " + large + "\n"));
    for (String dense : List.of("[],", "0,", "{},")) {
      String text = "a: [" + dense.repeat(3_000_000 / dense.length()) + "]\n";
      x(33, "3 MB of `" + dense + "`", custom(text)).problem("yaml-limit-nodes");
    }
    x(33, "3 MB of `- a`", custom("a:\n" + "- a\n".repeat(700_000))).problem("yaml-limit-nodes");
    x(34, "a number of a million digits", custom("a: " + "7".repeat(1_000_000) + "\n"));
    x(34, "1e999999999", custom("a: 1e999999999\n"));
    x(34, "10,000 hexadecimal digits", custom("a: 0x" + "f".repeat(10_000) + "\n"));
    x(35, "a million empty documents", "---\n".repeat(1_000_000));
    one(35, "a folder of 100,000 entries")
        .made(folder -> fill(folder, 100_000, "entry-", ".txt"))
        .check(seen -> assertThat(seen.files("discovered")).isEqualTo(1));
    one(35, "20,000 files in a folder, 10,000 allowed")
        .made(folder -> fill(folder, 20_000, "x-", ".yaml"))
        .with("--limit", "files=10000")
        .problem("limit-files")
        .check(seen -> assertThat(seen.files("skipped")).isEqualTo(9_999));
    one(36, "1,000 folders in one another")
        .made(
            folder -> {
              Path deep = folder;
              for (int i = 0; i < 1_000; i++) {
                deep = Files.createDirectory(deep.resolve("d"));
              }
              Files.writeString(deep.resolve("x.yaml"), FAULTY);
            })
        .error("node-port-out-of-range " + "d/".repeat(1_000) + "x.yaml:7:26");
    one(36, "a name of 255 bytes").file("x".repeat(250) + ".yaml", GOOD);
    one(36, "a path of 4,000 bytes")
        .made(
            folder -> {
              Path deep = folder.resolve("d");
              while (deep.toString().length() < 3800) {
                deep = deep.resolve("d".repeat(40));
              }
              Files.createDirectories(deep);
              Files.writeString(deep.resolve("x.yaml"), GOOD);
            })
        .check(seen -> assertThat(seen.files("analysed")).isEqualTo(2));
  }

  /** Objects of which a part stands there very often: what looks for pairs must not compare all. */
  private void often() {
    String service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n";
    StringBuilder ports = new StringBuilder(service + "  selector: {a: b}\n  ports:\n");
    StringBuilder same = new StringBuilder(ports);
    StringBuilder pod = new StringBuilder("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n");
    StringBuilder containers = new StringBuilder(pod + "spec:\n  containers:\n");
    StringBuilder alike = new StringBuilder(containers);
    pod.append("  labels:\n");
    StringBuilder selector = new StringBuilder(service + "  ports: [{port: 80}]\n  selector:\n");
    for (int i = 0; i < 20_000; i++) {
      ports.append("  - {name: p" + i + ", port: " + (i + 1) + "}\n");
      same.append("  - {name: p, port: 80}\n");
      containers.append(
          "  - {name: c" + i + ", image: a, ports: [{containerPort: " + (i + 1) + "}]}\n");
      alike.append("  - {name: c, image: a, ports: [{containerPort: 80, hostPort: 80}]}\n");
      pod.append("    k" + i + ": v\n");
      selector.append("    k" + i + ": w\n");
    }
    pod.append("spec: {containers: [{name: a, image: a}]}\n---\n");
    x(31, "20,000 ports", ports.toString()).loosely();
    x(31, "20,000 times one port", same.toString()).problem("limit-findings").loosely();
    x(31, "20,000 containers", containers.toString());
    x(31, "20,000 times one container", alike.toString()).problem("limit-findings").loosely();
    x(31, "a selector of 20,000 labels", pod.append(selector).toString()).loosely().exit(1);
  }

  /** Makes names of empty files; one file has room for some 60,000. */
  private static void fill(Path folder, int count, String before, String after) throws IOException {
    Path full = Files.createDirectory(folder.resolve("full"));
    Path file = full;
    for (int i = 0; i < count; i++) {
      Path name = full.resolve(before + i + after);
      file = i % 10_000 == 0 ? Files.createFile(name) : Files.createLink(name, file);
    }
  }

  private void lists() {
    String nested =
        GOOD.replace("\n", ", ").replace("metadata:,   name: good,", "metadata: {name: good}");
    String inner = "{" + nested + "}";
    for (int i = 0; i < 20; i++) {
      inner = "{apiVersion: v1, kind: List, items: [" + inner + "]}";
    }
    x(37, "Lists within Lists", inner + "\n").loosely();
    x(37, "`items: null`", "apiVersion: v1\nkind: List\nitems: null\n")
        .says("no Kubernetes object");
    x(37, "no `items`", "apiVersion: v1\nkind: List\n").says("no Kubernetes object");
    x(37, "`items` is a mapping", "apiVersion: v1\nkind: List\nitems: {a: b}\n")
        .error("wrong-type x.yaml:3:1");
  }
}
