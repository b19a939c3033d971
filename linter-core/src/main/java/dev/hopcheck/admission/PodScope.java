package dev.hopcheck.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pod spec under validation and what its parts need to know of each other. */
final class PodScope {
  private static final String[] CONTAINER_LISTS = {
    "initContainers", "containers", "ephemeralContainers"
  };

  private final Field spec;
  private final boolean pod;
  private final ServerFacts facts;
  private final Causes causes;
  private final Map<String, Field> volumes;
  private final Set<String> claims;

  /**
   * @param pod whether this is a pod itself; a template is only checked for what every pod of it
   *     would need
   */
  PodScope(Field spec, boolean pod, ServerFacts facts, Causes causes) {
    this.spec = spec;
    this.pod = pod;
    this.facts = facts;
    this.causes = causes;
    volumes = new HashMap<>();
    List<Field> listed = spec.items("resourceClaims");
    claims = listed.isEmpty() ? Set.of() : new HashSet<>();
    for (Field claim : listed) {
      if (!claim.text("name").isEmpty()) {
        claims.add(claim.text("name"));
      }
    }
  }

  private PodScope(PodScope other, Causes causes) {
    spec = other.spec;
    pod = other.pod;
    facts = other.facts;
    volumes = other.volumes;
    claims = other.claims;
    this.causes = causes;
  }

  /** The same pod, of which causes are gathered elsewhere. */
  PodScope with(Causes other) {
    return new PodScope(this, other);
  }

  Field spec() {
    return spec;
  }

  boolean isPod() {
    return pod;
  }

  ServerFacts facts() {
    return facts;
  }

  Causes causes() {
    return causes;
  }

  boolean isAtLeast(int minor) {
    return facts.version().isAtLeast(minor);
  }

  /** The volumes that could be read, by name; mounts refer to these. */
  Map<String, Field> volumes() {
    return volumes;
  }

  /** The names of the pod's resource claims. */
  Set<String> claims() {
    return claims;
  }

  /** A StatefulSet puts its own host names in the place of those of the template. */
  boolean isOfStatefulSet() {
    Field template = spec.parent();
    Field owner = template == null ? null : template.parent();
    return owner != null && owner.typeName().equals("StatefulSetSpec");
  }

  boolean hostNetwork() {
    return spec.flag("hostNetwork");
  }

  /** Whether the pod shares the node's user namespace, which is the default. */
  boolean hostUsers() {
    Field field = spec.get("hostUsers");
    return !field.present() || field.flag();
  }

  String restartPolicy() {
    return spec.text("restartPolicy");
  }

  /** How long the pod may take to end, in seconds. */
  long gracePeriod() {
    Field field = spec.get("terminationGracePeriodSeconds");
    return field.written() ? field.number() : 30;
  }

  /** The lists of containers in the order in which the server visits them all. */
  static String[] containerLists() {
    return CONTAINER_LISTS;
  }
}
