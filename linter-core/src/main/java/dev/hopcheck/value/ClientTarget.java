package dev.hopcheck.value;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a client is told to connect to, in one of the forms {@code scheme://user@host:port/path},
 * {@code host:port/path} and {@code host}. Offsets count characters in the text that was read, ends
 * exclusive, so that a finding can point at the part.
 *
 * @param scheme in lower case without {@code ://}; empty where none is written
 * @param host as written, without the brackets of an IPv6 address
 * @param hostStart where the host begins
 * @param hostEnd where it ends
 * @param port the number written; 0 where none is, or where what is written is no port
 * @param portStart where the text of the port begins; the host's end (brackets included) where
 *     there is none
 * @param portEnd where it ends
 * @param path all that follows, from the first {@code /}, {@code ?} or {@code #} on; often empty
 */
public record ClientTarget(
    String scheme,
    String host,
    int hostStart,
    int hostEnd,
    int port,
    int portStart,
    int portEnd,
    String path) {

  /** Reads one target; empty when the text is none. Without a scheme the port must be a number. */
  public static Optional<ClientTarget> parse(String text) {
    return ClientTargetReader.read(text, 0, text.length(), "");
  }

  /**
   * Reads a list separated by commas or white space, as brokers and replica sets are given ({@code
   * mongodb://a:27017,b:27017/db}); members without a scheme of their own take that of the one
   * before. What is no target is left out.
   */
  public static List<ClientTarget> parseAll(String text) {
    return ClientTargetReader.readAll(text);
  }

  /** Says whether something stands where a port belongs, be it a port or not. */
  public boolean hasPortText() {
    return portEnd > portStart;
  }

  /**
   * Returns the port that a connection goes to: the one written, else the scheme's; empty if
   * unknown.
   */
  public OptionalInt effectivePort() {
    if (port != 0) {
      return OptionalInt.of(port);
    }
    return hasPortText() ? OptionalInt.empty() : defaultPort(scheme);
  }

  /** Returns the host as an address, if it is one. */
  public Optional<IpAddress> address() {
    return IpAddress.parse(host);
  }

  /** Returns the host as a DNS name, if it is one and no address. */
  public Optional<DnsName> name() {
    return address().isPresent() ? Optional.empty() : DnsName.parse(host);
  }

  /**
   * Returns the port that clients of the scheme use where none is written. Of {@code jdbc:mysql}
   * the last part counts, of {@code postgresql+asyncpg} the first; {@code mongodb+srv} takes its
   * ports from DNS.
   */
  public static OptionalInt defaultPort(String scheme) {
    String last = scheme.substring(scheme.lastIndexOf(':') + 1);
    int plus = last.indexOf('+');
    boolean bySrv = last.endsWith("+srv");
    int port = plus < 0 ? known(last) : bySrv ? 0 : known(last.substring(0, plus));
    return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  private static int known(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> 80;
      case "https", "wss" -> 443;
      case "postgres", "postgresql" -> 5432;
      case "mysql", "mariadb" -> 3306;
      case "sqlserver", "mssql" -> 1433;
      case "redis", "rediss" -> 6379;
      case "amqp" -> 5672;
      case "amqps" -> 5671;
      case "mongodb" -> 27017;
      case "kafka" -> 9092;
      case "nats" -> 4222;
      case "mqtt" -> 1883;
      case "mqtts" -> 8883;
      case "ftp" -> 21;
      case "ssh", "sftp" -> 22;
      case "smtp" -> 25;
      case "ldap" -> 389;
      case "ldaps" -> 636;
      default -> 0;
    };
  }
}
