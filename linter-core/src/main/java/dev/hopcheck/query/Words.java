package dev.hopcheck.query;

import dev.hopcheck.source.Position;
import dev.hopcheck.value.IpAddress;
import dev.hopcheck.value.LabelSelector;
import dev.hopcheck.value.Nearest;
import dev.hopcheck.value.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the single words of a line into what they mean; the first wrong one is kept as error. */
final class Words {
  private static final int LONGEST_SHOWN = 60;

  /** Kinds that make pods, with the short forms that kubectl knows. */
  private static final Map<String, String> KINDS = new TreeMap<>();

  static {
    for (String kind :
        new String[] {
          "pod",
          "deployment",
          "statefulset",
          "daemonset",
          "replicaset",
          "replicationcontroller",
          "job",
          "cronjob"
        }) {
      KINDS.put(kind, kind);
      KINDS.put(kind + "s", kind);
    }
    KINDS.put("po", "pod");
    KINDS.put("deploy", "deployment");
    KINDS.put("sts", "statefulset");
    KINDS.put("ds", "daemonset");
    KINDS.put("rs", "replicaset");
    KINDS.put("rc", "replicationcontroller");
    KINDS.put("cj", "cronjob");
  }

  private @Nullable QueryError error;

  @Nullable QueryError error() {
    return error;
  }

  /** Keeps an error unless there is one. */
  void wrong(Position at, String message) {
    if (error == null) {
      error = new QueryError(at, message);
    }
  }

  /** {@code KIND/NAME}, {@code NS/POD}, or a namespace where that is allowed. */
  Who reference(
      String word, @Nullable String namespace, String text, Position at, boolean namespaces) {
    int slash = word.indexOf('/');
    if (slash < 0 && namespaces && namespace == null) {
      return new Who.InNamespace(word, text, at);
    }
    if (slash <= 0 || slash == word.length() - 1 || word.indexOf('/', slash + 1) >= 0) {
      wrong(
          at,
          "`"
              + shown(word)
              + "` is nobody; write `deployment/NAME`, `pod/NAME`, `NAMESPACE/POD`, `pod -l"
              + " app=web`, `node NAME` or `outside`");
      return new Who.OfPod(word, namespace, text, at);
    }
    String before = word.substring(0, slash);
    String name = word.substring(slash + 1);
    String kind = KINDS.get(before.toLowerCase(Locale.ROOT));
    if (kind == null) {
      return new Who.OfEither(before, name, namespace, text, at);
    }
    return kind.equals("pod")
        ? new Who.OfPod(name, namespace, text, at)
        : new Who.OfWorkload(kind, name, namespace, text, at);
  }

  LabelSelector selector(String text, Position at) {
    Parsed<LabelSelector> read = LabelSelector.parse(text);
    if (read.isOk()) {
      return read.get();
    }
    wrong(at, "`" + shown(text) + "` is no label selector: " + read.error());
    return LabelSelector.EVERYTHING;
  }

  String protocol(String word, Position at) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (!upper.equals("TCP") && !upper.equals("UDP") && !upper.equals("SCTP")) {
      wrong(at, "expected `tcp`, `udp` or `sctp`, but found `" + shown(word) + "`");
    }
    return upper;
  }

  @Nullable FlowTarget target(String word, String protocol, Who from, Position at) {
    Parsed<FlowTarget> read = FlowTarget.read(word, protocol, from instanceof Who.Outside);
    if (!read.isOk()) {
      wrong(at, read.error());
    }
    return read.value();
  }

  Cause cause(String word, Position at) {
    Cause cause = Cause.parse(word);
    if (cause != null) {
      return cause;
    }
    List<String> words = Cause.words();
    wrong(
        at,
        "`"
            + shown(word)
            + "` is no way to fail"
            + meant(word, words)
            + "; there are "
            + listed(words, "and"));
    return new Cause(words.get(0));
  }

  Integer port(String word, Position at) {
    int port = number(word);
    if (port < 1 || port > 65535) {
      wrong(at, "expected a port from 1 to 65535, but found `" + shown(word) + "`");
      return 1;
    }
    return port;
  }

  /** What stands before {@code endpoints}. */
  Integer count(String word, Position at) {
    int count = word.equals("no") ? 0 : number(word);
    if (count < 0) {
      wrong(at, "expected a number or `no`, but found `" + shown(word) + "`");
    }
    return Math.max(0, count);
  }

  /** What stands before {@code addresses}. */
  Answer addresses(String word, Position at) {
    if (word.equals("an")) {
      return new Answer.AnyAddress();
    }
    int count = word.equals("no") ? 0 : number(word);
    if (count < 0) {
      wrong(at, "expected a number, `an` or `no`, but found `" + shown(word) + "`");
    }
    return new Answer.OfCount(Math.max(0, count));
  }

  Answer answer(String word, Position at) {
    switch (word.toLowerCase(Locale.ROOT)) {
      case "clusterip":
        return new Answer.OfClusterIp();
      case "nxdomain":
        return new Answer.NoSuchName();
      case "nodata":
        return new Answer.NoData();
      default:
        IpAddress address = IpAddress.parse(word).orElse(null);
        if (address != null) {
          return new Answer.OfAddress(address);
        }
        wrong(
            at,
            "`"
                + shown(word)
                + "` is no answer"
                + meant(word, List.of("clusterip", "NXDOMAIN", "NODATA"))
                + "; there are `clusterip`, `NXDOMAIN`, `NODATA`, an address, `alias of NAME`, `pods"
                + " of WHO` and `N addresses`");
        return new Answer.NoSuchName();
    }
  }

  private static int number(String word) {
    if (word.isEmpty() || word.length() > 6) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** A clause that names the nearest word; empty where none is near. */
  static String meant(String word, List<String> possible) {
    return Nearest.of(word, possible).map(near -> ", did you mean `" + near + "`?").orElse("");
  }

  /** Names each in backticks. */
  static String listed(List<String> words, String last) {
    List<String> quoted = new ArrayList<>(words.size());
    for (String word : words) {
      quoted.add("`" + word + "`");
    }
    return joined(quoted, last);
  }

  static String joined(List<String> parts, String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        text.append(i == parts.size() - 1 ? " " + last + " " : ", ");
      }
      text.append(parts.get(i));
    }
    return text.toString();
  }

  static String shown(String text) {
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
    return end < text.length() ? text.substring(0, end) + "..." : text;
  }
}
