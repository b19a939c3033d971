package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and blocks at the ends of their ranges. */
class AddressEdgesTest {
  private static IpAddress ip(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  private static Cidr block(String text) {
    return Cidr.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "0:0:0:0:0:0:0:0, ::",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "FFFF::, ffff::",
    "0:1:0:1:0:1:0:1, 0:1:0:1:0:1:0:1",
    "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
    "1:0:0:2:0:0:0:4, 1:0:0:2::4",
    "0:0:1:0:0:0:0:0, 0:0:1::",
    "0:0:0:1:0:0:0:1, ::1:0:0:0:1",
    "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::",
    "0:0:3:4:5:6:7:8, ::3:4:5:6:7:8",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "1::8, 1::8",
    "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    "1::1.2.3.4, 1::102:304",
    "1:2:3:4:5::1.2.3.4, 1:2:3:4:5:0:102:304",
    "::ffff:102:304, 1.2.3.4",
    "1::ffff:102:304, 1::ffff:102:304",
    "::fffe:102:304, ::fffe:102:304",
    "::1:ffff:102:304, ::1:ffff:102:304",
    "00001::, 1::",
  })
  void areReadAndShown(String text, String shown) {
    assertThat(ip(text)).hasToString(shown);
    assertThat(IpAddress.legacyErrors(text)).isEmpty();
    assertThat(ip(shown)).isEqualTo(ip(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4.",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.a",
        "1.2.3.4 ",
        "1.2.3:4",
        "1234",
        "a.b.c.d",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8:",
        "1:2:3:4::5:6:7:8",
        ":::",
        "::1:",
        "::g",
        "10000::",
        "::1::",
        "1:2:3:4:5:1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3",
        "::1.2.3.256",
        "::1.2.3.4:1",
        "1:2:3:4:5:6:7:8/64",
      })
  void whatIsNoAddress(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
    assertThat(IpAddress.errors(text))
        .containsExactly("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
  }

  @ParameterizedTest
  @CsvSource({
    "00001::, must not have leading 0s",
    "0001::, ",
    "1.2.3.00, must not have leading 0s",
    "1.2.3.0, ",
    "::ffff:1.2.3.04, must not have leading 0s",
    "::ffff:102:304, must not be an IPv4-mapped IPv6 address",
  })
  void whatANewServerRefuses(String text, String error) {
    assertThat(IpAddress.errors(text)).isEqualTo(error == null ? List.of() : List.of(error));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "::, unspecified",
    "0.0.0.1, ''",
    "1::, ''",
    "126.255.255.255, ''",
    "127.0.0.0, loopback",
    "127.255.255.255, loopback",
    "128.0.0.0, ''",
    "::1, loopback",
    "::2, ''",
    "1::1, ''",
    "169.253.255.255, ''",
    "169.254.0.0, link",
    "169.254.255.255, link",
    "169.255.0.0, ''",
    "fe7f::1, ''",
    "fe80::, link",
    "febf::1, link",
    "fec0::, ''",
    "223.255.255.255, ''",
    "224.0.0.0, linkmulticast multicast",
    "224.0.0.255, linkmulticast multicast",
    "224.0.1.0, multicast",
    "239.255.255.255, multicast",
    "240.0.0.0, ''",
    "feff::, ''",
    "ff00::, multicast",
    "ff01::1, multicast",
    "ff02::1, linkmulticast multicast",
    "ff12::1, linkmulticast multicast",
    "ff03::1, multicast",
    "ffff::, multicast",
  })
  void areOfAKind(String text, String kinds) {
    IpAddress address = ip(text);
    List<String> seen = new ArrayList<>();
    if (address.isUnspecified()) {
      seen.add("unspecified");
    }
    if (address.isLoopback()) {
      seen.add("loopback");
    }
    if (address.isLinkLocal()) {
      seen.add("link");
    }
    if (address.isLinkLocalMulticast()) {
      seen.add("linkmulticast");
    }
    if (address.isMulticast()) {
      seen.add("multicast");
    }
    assertThat(String.join(" ", seen)).isEqualTo(kinds);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 1, 10.0.0.2",
    "10.0.0.255, 1, 10.0.1.0",
    "10.0.0.0, -1, 9.255.255.255",
    "255.255.255.255, 1, 0.0.0.0",
    "0.0.0.0, -1, 255.255.255.255",
    "::1, 0, ::1",
    "1::, 0, 1::",
    "::ffff:ffff:ffff:ffff, 1, 0:0:0:1::",
    "0:0:0:1::, -1, ::ffff:ffff:ffff:ffff",
    "::5, -5, ::",
    "::5, 5, ::a",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 1, ::",
  })
  void areCountedOn(String text, long count, String sum) {
    assertThat(ip(text).plus(count)).isEqualTo(ip(sum));
  }

  @Test
  void areOrderedByFamilyThenNumber() {
    List<IpAddress> order =
        List.of(
            ip("0.0.0.0"),
            ip("127.255.255.255"),
            ip("128.0.0.0"),
            ip("255.255.255.255"),
            ip("::"),
            ip("::7fff:ffff:ffff:ffff"),
            ip("::8000:0:0:0"),
            ip("7fff::"),
            ip("8000::"),
            ip("8000::1"));
    List<IpAddress> shuffled = new ArrayList<>(order);
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(order);
  }

  @Test
  void haveNamesInTheDns() {
    assertThat(ip("1.20.255.0").reverseName()).isEqualTo("0.255.20.1.in-addr.arpa.");
    assertThat(ip("123:4567:89ab:cdef:fedc:ba98:7654:3210").reverseName())
        .isEqualTo("0.1.2.3.4.5.6.7.8.9.a.b.c.d.e.f.f.e.d.c.b.a.9.8.7.6.5.4.3.2.1.0.ip6.arpa.");
    assertThat(ip("1::").dashedLabel()).isEqualTo("1--0");
    assertThat(ip("::1").dashedLabel()).isEqualTo("--1");
    assertThat(ip("1.2.3.4").dashedLabel()).isEqualTo("1-2-3-4");
  }

  @Test
  void bitsAreChecked() {
    assertThatThrownBy(() -> new IpAddress(IpFamily.IPV4, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IpAddress(IpFamily.IPV4, 0, 1L << 32))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(IpAddress.ipv4(-1)).isEqualTo(ip("255.255.255.255"));
    assertThatThrownBy(() -> new Cidr(ip("1.2.3.4"), -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cidr(ip("1.2.3.4"), 33))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Cidr(ip("::1"), 128)).hasToString("::1/128");
  }

  @ParameterizedTest
  @CsvSource({
    "255.255.255.255/0, 0.0.0.0/0",
    "255.255.255.255/1, 128.0.0.0/1",
    "255.255.255.255/31, 255.255.255.254/31",
    "255.255.255.255/32, 255.255.255.255/32",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/0, ::/0",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/1, 8000::/1",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/63, ffff:ffff:ffff:fffe::/63",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/64, ffff:ffff:ffff:ffff::/64",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/65, ffff:ffff:ffff:ffff:8000::/65",
    "::ff/127, ::fe/127",
    "::ff/128, ::ff/128",
    "::ffff:10.0.0.0/96, 0.0.0.0/0",
    "::ffff:10.0.0.0/97, 0.0.0.0/1",
    "::ffff:10.0.0.0/95, ::fffe:0:0/95",
  })
  void blocksBeginAtTheirFirstAddress(String text, String shown) {
    assertThat(block(text)).hasToString(shown);
    assertThat(Cidr.legacyErrors(text)).isEmpty();
    assertThat(block(text).contains(block(text).network())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "1.2.3.4",
        "1.2.3.4/",
        "1.2.3.4/33",
        "::/129",
        "1.2.3.4/x",
        "1.2.3.4/-1",
        "1.2.3.4/1x",
        "1.2.3/8",
        "x/8",
        "1.2.3.4/99999999999"
      })
  void whatIsNoBlock(String text) {
    List<String> invalid =
        List.of("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    assertThat(Cidr.parse(text)).isEmpty();
    assertThat(Cidr.legacyErrors(text)).isEqualTo(invalid);
    assertThat(Cidr.errors(text)).isEqualTo(invalid);
    assertThat(Cidr.canonicalErrors(text)).isEqualTo(invalid);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, ''",
    "10.0.0.0/0, must not have bits set beyond the prefix length",
    "0.0.0.0/0, ''",
    "0.0.0.0/00, must not have leading 0s in IP or prefix length",
    "1::0/16, must be in canonical form (\"1::/16\")",
    "::/0, ''",
  })
  void blocksThatMustBeCanonical(String text, String error) {
    assertThat(Cidr.canonicalErrors(text)).isEqualTo(error.isEmpty() ? List.of() : List.of(error));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/9, true",
    "10.0.0.0/8, 10.255.255.255/32, true",
    "10.0.0.0/8, 11.0.0.0/9, false",
    "10.0.0.0/8, 10.0.0.0/8, false",
    "10.0.0.0/8, 10.0.0.0/7, false",
    "0.0.0.0/0, ::/1, false",
    "fd00::/8, fd12::/16, true",
  })
  void blocksLieInBlocks(String outer, String inner, boolean lies) {
    assertThat(block(outer).strictlyContains(block(inner))).isEqualTo(lies);
  }
}
