/** Says what is wrong between a StatefulSet and the Service that gives its pods names. */
@NullMarked
package dev.hopcheck.rules.statefulset;

import org.jspecify.annotations.NullMarked;
