package dev.hopcheck.cluster;

/** One snapshot of all resources of a unit. */
public final class Cluster {}
