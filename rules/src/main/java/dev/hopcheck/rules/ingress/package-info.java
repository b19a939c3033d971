/**
 * Rules about Ingresses: Ingresses, their classes, certificates and backends come in, findings go
 * out; they know no pod.
 */
@NullMarked
package dev.hopcheck.rules.ingress;

import org.jspecify.annotations.NullMarked;
