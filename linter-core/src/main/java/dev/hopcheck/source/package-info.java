/**
 * Takes the paths that a user names and gives the bytes of each file with a way from byte offsets
 * to lines and columns; it knows files and encodings and must not know YAML.
 */
@NullMarked
package dev.hopcheck.source;

import org.jspecify.annotations.NullMarked;
