/** Says what is wrong with the way in which Services select pods; it must not know ports. */
@NullMarked
package dev.hopcheck.rules.selector;

import org.jspecify.annotations.NullMarked;
