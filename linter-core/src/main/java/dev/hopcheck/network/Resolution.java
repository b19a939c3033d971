package dev.hopcheck.network;

import dev.hopcheck.value.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client's resolver makes of a name.
 *
 * @param asked the name as typed
 * @param status how it ended
 * @param name the candidate that answered; empty unless {@link Status#OK}
 * @param canonical the end of an alias chain; null where there is none
 * @param byHosts whether the client's hosts file answers
 * @param addresses what it stands for; an address beyond the cluster that nobody knows is not
 *     listed
 * @param external whether the name, or what it is an alias of, lies outside the cluster
 * @param candidates what was asked, in order
 * @param unknown what is missing where the status is {@link Status#UNKNOWN}; else empty
 */
public record Resolution(
    String asked,
    Status status,
    String name,
    @Nullable String canonical,
    boolean byHosts,
    List<IpAddress> addresses,
    boolean external,
    List<Candidate> candidates,
    String unknown) {
  /** How a resolution ended. */
  public enum Status {
    OK("ok"),
    NXDOMAIN("nxdomain"),
    NODATA("nodata"),
    SERVFAIL("servfail"),
    NOT_A_NAME("not-a-name"),
    LITERAL("literal"),
    NO_ADDRESS("no-address"),
    UNKNOWN("unknown");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }
  }

  /**
   * One name that was asked.
   *
   * @param answer of the cluster's DNS; {@link DnsAnswer#NOT_IN_ZONE} where something outside
   *     answers
   * @param result in a word, such as {@code NXDOMAIN}
   */
  public record Candidate(String name, DnsAnswer answer, String result) {}

  public Resolution {
    addresses = List.copyOf(addresses);
    candidates = List.copyOf(candidates);
  }

  static Resolution failed(String asked, Status status, List<Candidate> candidates) {
    return new Resolution(asked, status, "", null, false, List.of(), false, candidates, "");
  }

  static Resolution literal(String asked, IpAddress address) {
    return new Resolution(
        asked, Status.LITERAL, "", null, false, List.of(address), false, List.of(), "");
  }

  static Resolution hosts(String asked, List<IpAddress> addresses) {
    return new Resolution(asked, Status.OK, asked, null, true, addresses, false, List.of(), "");
  }

  /** What the client gets, in a few words. */
  public String summary() {
    return switch (status) {
      case OK, LITERAL -> found();
      case NXDOMAIN -> "NXDOMAIN: no candidate exists";
      case NODATA -> "NODATA: the name exists, but has no address";
      case SERVFAIL -> "SERVFAIL: the lookup fails for now";
      case NOT_A_NAME -> "`" + asked + "` is no host name, nobody is asked";
      case NO_ADDRESS -> "no address";
      case UNKNOWN -> "unknown: " + unknown;
    };
  }

  private String found() {
    StringBuilder text = new StringBuilder();
    text.append(canonical == null ? "" : "alias of `" + canonical + "`");
    for (IpAddress address : addresses) {
      text.append(text.length() == 0 ? "" : ", ").append(address);
    }
    if (external) {
      text.append(text.length() == 0 ? "" : ", ").append("outside the cluster");
    }
    return text.append(byHosts ? " (hosts file)" : "").toString();
  }
}
