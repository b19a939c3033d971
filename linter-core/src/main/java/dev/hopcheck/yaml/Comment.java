package dev.hopcheck.yaml;

import dev.hopcheck.source.Location;

/**
 * A comment of a document.
 *
 * @param at from the {@code #} to the end of the line, without it
 * @param alone whether nothing but blanks stands before it on its line
 */
public record Comment(Location at, boolean alone) {
  /** The text without the {@code #} and the blanks around. */
  public String text() {
    return at.text().substring(1).strip();
  }
}
