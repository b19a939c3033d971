package dev.hopcheck.rules.ingress;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.resource.IngressClass;
import dev.hopcheck.value.NearNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The IngressClasses of a unit.
 *
 * @param byName the first of each name, in input order
 * @param anyUnknown whether some name is known at run time only
 * @param anyDefault whether one of them serves what names none
 */
record IngressClasses(
    Map<String, IngressClass> byName, NearNames names, boolean anyUnknown, boolean anyDefault) {
  static IngressClasses of(Cluster cluster) {
    List<IngressClass> all = cluster.all(IngressClass.class);
    Map<String, IngressClass> byName = new LinkedHashMap<>();
    boolean anyUnknown = false;
    boolean anyDefault = false;
    for (IngressClass known : all) {
      byName.putIfAbsent(known.name(), known);
      anyUnknown |= known.head().name().unknown();
      anyDefault |= known.isDefault();
    }
    return new IngressClasses(byName, new NearNames(byName.keySet()), anyUnknown, anyDefault);
  }
}
