package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import org.jspecify.annotations.Nullable;

/**
 * One port of a Service. A port without a readable number is not read at all.
 *
 * @param place such as {@code spec.ports[0]}; the first thing written of it
 * @param name null where it is not given
 * @param protocol {@code TCP} unless written
 * @param targetPort the port's own number unless written (PORT-02)
 * @param nodePort null where it is not given, or 0
 */
public record ServicePort(
    Place place,
    @Nullable Located<String> name,
    Located<Integer> port,
    Located<String> protocol,
    Located<PortRef> targetPort,
    @Nullable Located<Integer> nodePort,
    @Nullable Located<String> appProtocol)
    implements Placed {
  /** The name; empty where it has none, as endpoint slices have it (EP-07). */
  public String nameText() {
    return name == null ? "" : name.value();
  }
}
