/**
 * Rules about types, addresses and traffic settings of Services: Services and the workloads behind
 * them come in, findings go out; they know no client.
 */
@NullMarked
package dev.hopcheck.rules.service;

import org.jspecify.annotations.NullMarked;
