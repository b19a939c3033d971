package dev.hopcheck.engine;

/** Resources of one kind that no schema is known for; they are never counted as valid. */
public record NotValidated(String apiVersion, String kind, int count) {}
