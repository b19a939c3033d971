package dev.hopcheck.resource;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.admission.Place;
import dev.hopcheck.finding.ResourceRef;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all resources have in common.
 *
 * @param object the view that it was read from, for fields that are not read here
 * @param ref apiVersion, kind, namespace and name as written, for findings
 * @param kindPlace the value of {@code kind}
 * @param namespaced whether the kind lives in namespaces
 * @param namespace the namespace it is in: as written, else the unit's; empty for kinds that have
 *     none
 * @param writtenNamespace {@code metadata.namespace}; null where it is not given
 * @param name {@code metadata.name}; an empty text where it is not given
 * @param labels {@code metadata.labels}
 * @param annotations {@code metadata.annotations}
 * @param owners who made it, in live dumps
 * @param uid of live dumps; empty where it is not given
 * @param deleted whether a deletion time is set
 * @param fragment whether it is a patch or part that is never sent as it stands
 * @param placeholders whether a value anywhere in it is a placeholder
 */
public record ResourceHead(
    ApiObject object,
    ResourceRef ref,
    Place kindPlace,
    boolean namespaced,
    String namespace,
    @Nullable Located<String> writtenNamespace,
    Located<String> name,
    Labels labels,
    Labels annotations,
    List<OwnerReference> owners,
    String uid,
    boolean deleted,
    boolean fragment,
    boolean placeholders) {
  public ResourceHead {
    owners = List.copyOf(owners);
  }

  /** The value of {@code kind}. */
  public Location kindAt() {
    return kindPlace.location();
  }

  /** The document that holds it. */
  public YamlDocument document() {
    return object.document();
  }

  /** The group and version as written. */
  public String apiVersion() {
    return ref.apiVersion();
  }

  /** The kind as written. */
  public String kind() {
    return ref.kind();
  }

  /** The API group; empty for the core group. */
  public String group() {
    int slash = ref.apiVersion().indexOf('/');
    return slash < 0 ? "" : ref.apiVersion().substring(0, slash);
  }

  /** The owner that manages it; null where none is given. */
  public @Nullable OwnerReference controller() {
    for (OwnerReference owner : owners) {
      if (owner.controller()) {
        return owner;
      }
    }
    return null;
  }

  /** The same with another namespace. */
  public ResourceHead inNamespace(String other) {
    return new ResourceHead(
        object,
        ref,
        kindPlace,
        namespaced,
        other,
        writtenNamespace,
        name,
        labels,
        annotations,
        owners,
        uid,
        deleted,
        fragment,
        placeholders);
  }

  /** The same without a namespace of its own. */
  public ResourceHead unplaced() {
    return new ResourceHead(
        object,
        ref,
        kindPlace,
        namespaced,
        "",
        null,
        name,
        labels,
        annotations,
        owners,
        uid,
        deleted,
        fragment,
        placeholders);
  }

  /**
   * The same as something changes it on its way to the server; places stay those of the manifest.
   *
   * @param placed the namespace with the place that sets it; null leaves it as it is
   */
  public ResourceHead changed(
      @Nullable Located<String> placed,
      Located<String> otherName,
      Labels otherLabels,
      Labels otherAnnotations) {
    return new ResourceHead(
        object,
        ref,
        kindPlace,
        namespaced,
        placed == null ? namespace : placed.value(),
        placed == null ? writtenNamespace : placed,
        otherName,
        otherLabels,
        otherAnnotations,
        owners,
        uid,
        deleted,
        fragment,
        placeholders);
  }
}
