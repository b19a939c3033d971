package dev.hopcheck.engine;

import dev.hopcheck.network.DnsAnswer;

/** One question to the simulated DNS with its answer. */
public record Answered(String name, String type, DnsAnswer answer) {}
