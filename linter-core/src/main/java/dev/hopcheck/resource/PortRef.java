package dev.hopcheck.resource;

/** A port as a Service, probe or backend refers to it: by number or by name. */
public sealed interface PortRef {
  /** By number. */
  record Number(int number) implements PortRef {
    @Override
    public String text() {
      return Integer.toString(number);
    }
  }

  /** By name. */
  record Name(String name) implements PortRef {
    @Override
    public String text() {
      return name;
    }
  }

  /** As people write it. */
  String text();

  /** Whether it is a name. */
  default boolean named() {
    return this instanceof Name;
  }

  /** The number; 0 where it is a name. */
  default int asNumber() {
    return this instanceof Number number ? number.number() : 0;
  }
}
