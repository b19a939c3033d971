/**
 * Takes a document and the kinds of a Kubernetes version and gives what the API server's decoding
 * says: wrong types, unknown fields, kinds that are not served; it must not know what values mean.
 */
@NullMarked
package dev.hopcheck.schema;

import org.jspecify.annotations.NullMarked;
