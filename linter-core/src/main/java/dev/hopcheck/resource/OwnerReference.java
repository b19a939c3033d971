package dev.hopcheck.resource;

/**
 * Which resource made this one, in the same namespace.
 *
 * @param controller whether the owner manages it
 */
public record OwnerReference(
    String apiVersion, String kind, String name, String uid, boolean controller) {}
