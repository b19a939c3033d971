/** Says what is wrong with endpoints that people write by hand. */
@NullMarked
package dev.hopcheck.rules.endpoints;

import org.jspecify.annotations.NullMarked;
