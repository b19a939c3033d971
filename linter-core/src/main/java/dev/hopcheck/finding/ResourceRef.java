package dev.hopcheck.finding;

/**
 * Which resource a finding is about.
 *
 * @param namespace empty where the manifest gives none
 * @param name empty where the manifest gives none
 */
public record ResourceRef(String apiVersion, String kind, String namespace, String name) {
  /** A resource that is not known, for findings about text that is no object. */
  public static final ResourceRef NONE = new ResourceRef("", "", "", "");
}
