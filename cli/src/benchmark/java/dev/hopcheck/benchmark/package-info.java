/**
 * Manifests of many sizes in, times and memory out; run by the profile {@code benchmarks}, never by
 * the tests.
 */
@org.jspecify.annotations.NullMarked
package dev.hopcheck.benchmark;
