package dev.hopcheck.schema;

import java.util.List;

/**
 * A value that breaks a schema.
 *
 * @param path the steps to the value: names and, for items, Integers
 * @param keyword the keyword that it breaks
 * @param detail what the keyword wants: the missing or extra name, the type, the bound; may be
 *     empty
 */
record Violation(List<Object> path, String keyword, String detail) {
  Violation {
    path = List.copyOf(path);
  }
}
