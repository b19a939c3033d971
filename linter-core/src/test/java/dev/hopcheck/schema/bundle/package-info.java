/**
 * Makes the bundle of built-in kinds from the model classes of Kubernetes' Java client, one jar a
 * version. Runs in the Maven profile {@code schema-bundle} only.
 */
@NullMarked
package dev.hopcheck.schema.bundle;

import org.jspecify.annotations.NullMarked;
