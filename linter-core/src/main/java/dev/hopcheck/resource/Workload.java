package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import dev.hopcheck.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * What makes pods from a template.
 *
 * @param type which controller
 * @param replicas as written or defaulted; of meaning where {@link Type#replicated()}
 * @param selector a flat one of old kinds is read as {@code matchLabels}; not written where the
 *     kind makes it (SEL-13)
 * @param template the key of the template's {@code metadata}, or the nearest written parent's
 * @param templateLabels the labels of its pods as written
 * @param spec the template's pod spec
 * @param stateful null unless it is a StatefulSet
 * @param job null unless it is a Job or CronJob
 * @param live how many pods the status says exist; -1 where there is none
 */
public record Workload(
    ResourceHead head,
    Type type,
    Located<Integer> replicas,
    LabelSelector selector,
    Place template,
    Labels templateLabels,
    Labels templateAnnotations,
    PodSpec spec,
    @Nullable Stateful stateful,
    @Nullable Run job,
    int live)
    implements Resource {
  /** The controllers that make pods. */
  public enum Type {
    DEPLOYMENT,
    STATEFUL_SET,
    DAEMON_SET,
    REPLICA_SET,
    REPLICATION_CONTROLLER,
    JOB,
    CRON_JOB,
    /** A custom kind with a pod template: its pods are assumed (WL-07). */
    CUSTOM;

    /** Whether {@code replicas} says how many pods there are. */
    public boolean replicated() {
      return switch (this) {
        case DEPLOYMENT, STATEFUL_SET, REPLICA_SET, REPLICATION_CONTROLLER, CUSTOM -> true;
        case DAEMON_SET, JOB, CRON_JOB -> false;
      };
    }

    /** Whether its pods run to an end. */
    public boolean runsToEnd() {
      return this == JOB || this == CRON_JOB;
    }
  }

  /**
   * What a StatefulSet has more.
   *
   * @param serviceName the governing Service; null where it is not given or empty (STS-03)
   * @param firstOrdinal {@code ordinals.start}, 0 unless written (WL-04)
   * @param parallel whether pods start together ({@code podManagementPolicy: Parallel})
   */
  public record Stateful(
      @Nullable Located<String> serviceName, int firstOrdinal, boolean parallel) {}

  /**
   * What a Job or CronJob has more.
   *
   * @param indexed {@code completionMode: Indexed}: pods have hostnames (WL-04)
   * @param completions null where it is not given
   * @param parallelism 1 unless written
   */
  public record Run(
      boolean indexed, @Nullable Integer completions, int parallelism, boolean suspended) {}

  /** The key of the template's {@code metadata}, or the nearest written parent's. */
  public Location templateAt() {
    return template.location();
  }

  @Override
  public Workload withHead(ResourceHead other) {
    return new Workload(
        other,
        type,
        replicas,
        selector,
        template,
        templateLabels,
        templateAnnotations,
        spec,
        stateful,
        job,
        live);
  }

  /** The same, changed on its way to the server. */
  public Workload with(
      Located<Integer> otherReplicas,
      LabelSelector otherSelector,
      Labels labels,
      Labels annotations,
      PodSpec otherSpec) {
    return new Workload(
        head,
        type,
        otherReplicas,
        otherSelector,
        template,
        labels,
        annotations,
        otherSpec,
        stateful,
        job,
        live);
  }

  /** The same with another governing Service. */
  public Workload withStateful(Stateful other) {
    return new Workload(
        head,
        type,
        replicas,
        selector,
        template,
        templateLabels,
        templateAnnotations,
        spec,
        other,
        job,
        live);
  }

  /** The same Job that runs otherwise. */
  public Workload withJob(Run other) {
    return new Workload(
        head,
        type,
        replicas,
        selector,
        template,
        templateLabels,
        templateAnnotations,
        spec,
        stateful,
        other,
        live);
  }
}
