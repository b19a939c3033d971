package dev.hopcheck.network;

import java.util.List;

/**
 * What the cluster's DNS answers.
 *
 * @param records the answer section; empty with {@link Rcode#NOERROR} is NODATA
 */
public record DnsAnswer(Rcode rcode, List<DnsRecord> records) {
  /** Response codes. */
  public enum Rcode {
    NOERROR,
    NXDOMAIN,
    /** The name is not the cluster's: something outside answers. */
    NOT_IN_ZONE;

    /** The word in JSON; nobody knows what something outside answers. */
    public String word() {
      return this == NOT_IN_ZONE ? "UNKNOWN" : name();
    }
  }

  /** The name does not exist. */
  public static final DnsAnswer NXDOMAIN = new DnsAnswer(Rcode.NXDOMAIN, List.of());

  /** The name exists and has no record of that type. */
  public static final DnsAnswer NODATA = new DnsAnswer(Rcode.NOERROR, List.of());

  /** The name is no name of the cluster. */
  public static final DnsAnswer NOT_IN_ZONE = new DnsAnswer(Rcode.NOT_IN_ZONE, List.of());

  public DnsAnswer {
    records = List.copyOf(records);
  }

  static DnsAnswer of(List<DnsRecord> records) {
    return new DnsAnswer(Rcode.NOERROR, records);
  }

  /** Whether the name exists but has no such record. */
  public boolean isNodata() {
    return rcode == Rcode.NOERROR && records.isEmpty();
  }
}
