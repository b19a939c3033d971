package dev.hopcheck.cluster;

import dev.hopcheck.resource.Ingress;

/** A backend of an Ingress that names a Service. */
public record BackendUse(Ingress ingress, Ingress.ServiceBackend backend) {}
