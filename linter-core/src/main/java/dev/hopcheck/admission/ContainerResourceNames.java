package dev.hopcheck.admission;

import dev.hopcheck.value.Parsed;
import dev.hopcheck.value.QualifiedName;
import dev.hopcheck.value.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Names of resources that containers and whole pods can ask for. */
final class ContainerResourceNames {
  private static final String HUGE_PAGES = "hugepages-";

  private ContainerResourceNames() {}

  /** What the server says of a name in a container's resources. */
  static List<String> containerErrors(String name) {
    if (name.equals("cpu") || name.equals("memory")) {
      return List.of();
    }
    List<String> errors = new ArrayList<>(errors(name));
    if (name.indexOf('/') < 0) {
      if (!isPodLevel(name) && !name.equals("ephemeral-storage")) {
        errors.add("must be a standard resource for containers");
      }
    } else if (!ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
      errors.add("doesn't follow extended resource name standard");
    }
    return errors;
  }

  /** What the server says of a name anywhere. */
  static List<String> errors(String name) {
    List<String> errors = QualifiedName.errors(name);
    boolean standard = ResourceNames.isQuota(name) || name.equals("storage");
    if (errors.isEmpty() && name.indexOf('/') < 0 && !standard) {
      return List.of("must be a standard resource type or fully qualified");
    }
    return errors;
  }

  /** Whether a whole pod can ask for it. */
  static boolean isPodLevel(String name) {
    return name.equals("cpu") || name.equals("memory") || isHugePages(name);
  }

  static boolean isHugePages(String name) {
    return name.startsWith(HUGE_PAGES);
  }

  /** Whether the amount is a multiple of the page size in the name. */
  static boolean isWholePages(String name, Quantity amount) {
    Parsed<Quantity> size = Quantity.decode(name.substring(HUGE_PAGES.length()));
    if (!size.isOk() || size.get().signum() <= 0 || size.get().milliValue() % 1000 != 0) {
      return false;
    }
    BigInteger page = BigInteger.valueOf(size.get().value());
    return BigInteger.valueOf(amount.value()).mod(page).signum() == 0;
  }
}
