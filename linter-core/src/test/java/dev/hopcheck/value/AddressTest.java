package dev.hopcheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "010.0.0.1, 10.0.0.1, must not have leading 0s",
    "1.2.3.04, 1.2.3.4, must not have leading 0s",
    "::ffff:1.2.3.4, 1.2.3.4, must not be an IPv4-mapped IPv6 address",
    "::1.2.3.4, ::102:304,",
    "2001:DB8::1, 2001:db8::1,",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3,",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7,",
    "::, ::,",
  })
  void readsAddresses(String text, String canonical, String error) {
    assertThat(IpAddress.parse(text)).hasValueSatisfying(a -> assertThat(a).hasToString(canonical));
    assertThat(IpAddress.errors(text)).isEqualTo(error == null ? List.of() : List.of(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.256",
        " 1.2.3.4",
        "fe80::1%eth0",
        "[::1]",
        "1::2::3",
        ":1",
        "1:",
        "1::2:3:4:5:6:7:8"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
    assertThat(IpAddress.legacyErrors(text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5/8, 10.0.0.0/8, must not have bits set beyond the prefix length",
    "010.0.0.0/8, 10.0.0.0/8, must not have leading 0s in IP or prefix length",
    "10.0.0.0/08, 10.0.0.0/8, must not have leading 0s in IP or prefix length",
    "::ffff:10.0.0.0/104, 10.0.0.0/8, must not have an IPv4-mapped IPv6 address",
    "2001:db8::/64, 2001:db8::/64,",
    "0.0.0.0/0, 0.0.0.0/0,",
  })
  void readsBlocks(String text, String canonical, String error) {
    assertThat(Cidr.parse(text)).hasValueSatisfying(c -> assertThat(c).hasToString(canonical));
    assertThat(Cidr.errors(text)).isEqualTo(error == null ? List.of() : List.of(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/+8", "10.0.0.0/8/8", "/8"})
  void refusesWhatIsNoBlock(String text) {
    assertThat(Cidr.errors(text)).hasSize(1);
  }

  @Test
  void tellsKindsAndNames() {
    IpAddress v4 = IpAddress.parse("10.244.0.7").orElseThrow();
    IpAddress v6 = IpAddress.parse("fd00::7").orElseThrow();
    assertThat(v4.reverseName()).isEqualTo("7.0.244.10.in-addr.arpa.");
    assertThat(v6.reverseName()).startsWith("7.0.0.0.").endsWith("0.0.d.f.ip6.arpa.");
    assertThat(v4.dashedLabel()).isEqualTo("10-244-0-7");
    assertThat(v6.dashedLabel()).isEqualTo("fd00--7");
    assertThat(IpAddress.parse("fe80::1").orElseThrow().isLinkLocal()).isTrue();
    assertThat(IpAddress.parse("224.0.0.1").orElseThrow().isLinkLocalMulticast()).isTrue();
    assertThat(IpAddress.parse("::1").orElseThrow().isLoopback()).isTrue();
    assertThat(IpAddress.canonicalErrors("2001:DB8::1"))
        .containsExactly("must be in canonical form (\"2001:db8::1\")");
    Cidr ten = Cidr.parse("10.0.0.0/8").orElseThrow();
    assertThat(ten.strictlyContains(Cidr.parse("10.1.0.0/16").orElseThrow())).isTrue();
    assertThat(ten.strictlyContains(ten)).isFalse();
    assertThat(ten.contains(v6)).isFalse();
  }

  @Property
  void everyAddressReadsBackFromItsText(@ForAll long high, @ForAll long low) {
    IpAddress v4 = IpAddress.ipv4((int) low);
    assertThat(IpAddress.parse(v4.toString())).hasValue(v4);
    if (high != 0) {
      IpAddress v6 = IpAddress.ipv6(high, low);
      assertThat(IpAddress.parse(v6.toString())).hasValue(v6);
      assertThat(IpAddress.canonicalErrors(v6.toString())).isEmpty();
      assertThat(v6.plus(low >> 1).plus(-(low >> 1))).isEqualTo(v6);
    }
  }

  @Property
  void everyQuantityReadsBackFromItsText(@ForAll int mantissa, @ForAll int suffix) {
    String[] suffixes = {"n", "u", "m", "", "k", "M", "G", "Ki", "Mi", "e3", "e-3"};
    String text = mantissa + suffixes[Math.floorMod(suffix, suffixes.length)];
    Quantity quantity = Quantity.parse(text).get();
    assertThat(Quantity.parse(quantity.toString()).get()).isEqualTo(quantity);
  }

  @Property
  void usualQuantitiesAreTheirExactAmounts(
      @ForAll @IntRange(min = 0, max = 9_999_999) int one,
      @ForAll @IntRange(min = 0, max = 9_999_999) int other,
      @ForAll @IntRange(min = 0, max = 8) int oneUnit,
      @ForAll @IntRange(min = 0, max = 8) int otherUnit) {
    String[] suffixes = {"", "m", "k", "M", "G", "Ki", "Mi", "Gi", "u"};
    String[] factors = {
      "1", "0.001", "1e3", "1e6", "1e9", "1024", "1048576", "1073741824", "0.000001"
    };
    BigDecimal first = new BigDecimal(one).multiply(new BigDecimal(factors[oneUnit]));
    BigDecimal second = new BigDecimal(other).multiply(new BigDecimal(factors[otherUnit]));
    Quantity left = Quantity.parse(one + suffixes[oneUnit]).get();
    Quantity right = Quantity.parse(other + suffixes[otherUnit]).get();
    assertThat(left.amount()).isEqualByComparingTo(first);
    assertThat(Integer.signum(left.compareTo(right))).isEqualTo(first.compareTo(second));
    assertThat(left.milliValue())
        .isEqualTo(
            first
                .movePointRight(3)
                .setScale(0, RoundingMode.UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact());
    assertThat(Quantity.parse(left.toString()).get()).isEqualTo(left);
  }
}
