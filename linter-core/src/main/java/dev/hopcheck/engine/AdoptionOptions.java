package dev.hopcheck.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a user asks for to bring checks into a project that is there already; the same for all
 * shells. Files are meant from the request's base.
 *
 * @param config a configuration; null for {@code hopcheck.yaml} of the base, if there is one
 * @param isolated whether no configuration is read at all
 * @param cluster a file with facts of the cluster; null for the configuration's or the defaults
 * @param ipFamilies such as {@code IPv4,IPv6}; null for those of the facts
 * @param baseline a file of findings that are known; null for none
 * @param writeBaseline whether that file is written anew
 * @param changedSince a revision; findings that touch nothing changed since are left out; null for
 *     all
 */
public record AdoptionOptions(
    @Nullable String config,
    boolean isolated,
    @Nullable String cluster,
    @Nullable String ipFamilies,
    @Nullable String baseline,
    boolean writeBaseline,
    @Nullable String changedSince) {
  /** Nothing but the configuration that lies there. */
  public static final AdoptionOptions NONE =
      new AdoptionOptions(null, false, null, null, null, false, null);
}
