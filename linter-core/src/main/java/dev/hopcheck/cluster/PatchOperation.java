package dev.hopcheck.cluster;

import dev.hopcheck.cluster.PatchValue.Step;
import dev.hopcheck.resource.ConfigMap;
import dev.hopcheck.resource.Ingress;
import dev.hopcheck.resource.LabelSelector;
import dev.hopcheck.resource.Labels;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Pod;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Secret;
import dev.hopcheck.resource.Service;
import dev.hopcheck.resource.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a JSON patch, or what a replacement does at one place.
 *
 * @param what {@code add}, {@code replace} or {@code remove}
 * @param path keys and indices from the top of the resource
 * @param value null where it is removed
 */
record PatchOperation(
    String what, List<String> path, @Nullable PatchValue value, OverlayInput input) {
  PatchOperation {
    path = List.copyOf(path);
  }

  /** Whether something goes away. */
  boolean removes() {
    return value == null;
  }

  /** The resource after it; null where this is not followed here. */
  @Nullable Resource apply(Resource resource) {
    if (at("metadata")) {
      return path.size() < 2 ? null : ofHead(resource);
    }
    if (resource instanceof Workload workload && workload.type() != Workload.Type.CUSTOM) {
      return of(workload);
    }
    if (resource instanceof Pod pod) {
      return at("spec") ? new PodOperation(this, resource, 1).pod(pod) : null;
    }
    if (resource instanceof Service service) {
      return new ServiceOperation(this, service).apply();
    }
    if (resource instanceof Ingress ingress) {
      return new IngressOperation(this, ingress).apply();
    }
    if (resource instanceof ConfigMap map && at("data")) {
      Labels data = pairs(map, map.data(), 1, other -> ((ConfigMap) other).data());
      return data == null ? null : new ConfigMap(map.head(), data);
    }
    if (resource instanceof Secret secret && at("stringData")) {
      Labels data = pairs(secret, secret.stringData(), 1, other -> ((Secret) other).stringData());
      return data == null ? null : new Secret(secret.head(), secret.type(), secret.data(), data);
    }
    if (resource instanceof Secret secret && at("data")) {
      Labels data = pairs(secret, secret.data(), 1, other -> ((Secret) other).data());
      return data == null
          ? null
          : new Secret(secret.head(), secret.type(), data, secret.stringData());
    }
    return null;
  }

  /** Whether the path begins so. */
  boolean at(String... keys) {
    if (path.size() < keys.length) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      if (!path.get(i).equals(keys[i])) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Resource ofHead(Resource resource) {
    ResourceHead head = resource.head();
    switch (path.get(1)) {
      case "name" -> {
        return value == null
            ? null
            : resource.withHead(
                head.changed(null, written("metadata.name"), head.labels(), head.annotations()));
      }
      case "namespace" -> {
        return value == null
            ? resource.withHead(head.unplaced())
            : resource.withHead(
                head.changed(
                    written("metadata.namespace"), head.name(), head.labels(), head.annotations()));
      }
      case "labels" -> {
        Labels labels = pairs(resource, head.labels(), 2, other -> other.head().labels());
        return labels == null
            ? null
            : resource.withHead(head.changed(null, head.name(), labels, head.annotations()));
      }
      case "annotations" -> {
        Labels marks = pairs(resource, head.annotations(), 2, other -> other.head().annotations());
        return marks == null
            ? null
            : resource.withHead(head.changed(null, head.name(), head.labels(), marks));
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable Resource of(Workload workload) {
    List<String> template =
        workload.type() == Workload.Type.CRON_JOB
            ? List.of("spec", "jobTemplate", "spec", "template")
            : List.of("spec", "template");
    int depth = template.size();
    if (path.size() > depth + 1 && path.subList(0, depth).equals(template)) {
      return switch (path.get(depth)) {
        case "spec" -> new PodOperation(this, workload, depth + 1).workload(workload);
        case "metadata" -> ofTemplate(workload, depth + 1);
        default -> null;
      };
    }
    if (at("spec", "selector", "matchLabels")) {
      LabelSelector selector = workload.selector();
      Labels labels =
          pairs(
              workload,
              selector.matchLabels(),
              3,
              other -> ((Workload) other).selector().matchLabels());
      return labels == null
          ? null
          : workload.with(
              workload.replicas(),
              new LabelSelector(labels, selector.expressions(), selector.place(), true),
              workload.templateLabels(),
              workload.templateAnnotations(),
              workload.spec());
    }
    return path.size() == 2 && value != null ? numbers(workload) : null;
  }

  private @Nullable Resource numbers(Workload workload) {
    if (!(change(workload, steps(path)) instanceof Workload other)) {
      return null;
    }
    Workload.Run job = workload.job();
    Workload.Run otherJob = other.job();
    switch (path.get(1)) {
      case "replicas" -> {
        return workload.with(
            other.replicas(),
            workload.selector(),
            workload.templateLabels(),
            workload.templateAnnotations(),
            workload.spec());
      }
      case "completions" -> {
        return job == null || otherJob == null
            ? null
            : workload.withJob(
                new Workload.Run(
                    job.indexed(), otherJob.completions(), job.parallelism(), job.suspended()));
      }
      case "parallelism" -> {
        return job == null || otherJob == null
            ? null
            : workload.withJob(
                new Workload.Run(
                    job.indexed(), job.completions(), otherJob.parallelism(), job.suspended()));
      }
      case "serviceName" -> {
        return workload.stateful() == null || other.stateful() == null
            ? null
            : workload.withStateful(
                new Workload.Stateful(
                    other.stateful().serviceName(),
                    workload.stateful().firstOrdinal(),
                    workload.stateful().parallel()));
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable Resource ofTemplate(Workload workload, int depth) {
    Labels labels = workload.templateLabels();
    Labels annotations = workload.templateAnnotations();
    if (path.get(depth).equals("labels")) {
      labels = pairs(workload, labels, depth + 1, other -> ((Workload) other).templateLabels());
    } else if (path.get(depth).equals("annotations")) {
      annotations =
          pairs(
              workload, annotations, depth + 1, other -> ((Workload) other).templateAnnotations());
    } else {
      return null;
    }
    return labels == null || annotations == null
        ? null
        : workload.with(
            workload.replicas(), workload.selector(), labels, annotations, workload.spec());
  }

  /**
   * A map after it; null where this is not followed.
   *
   * @param depth length of the path to the map
   */
  @Nullable Labels pairs(
      Resource resource, Labels base, int depth, Function<Resource, Labels> where) {
    if (path.size() > depth + 1) {
      return null;
    }
    boolean whole = path.size() == depth;
    if (value == null) {
      return whole ? new Labels(List.of(), base.place(), false) : base.without(path.get(depth));
    }
    Resource change = change(resource, steps(path));
    if (change == null) {
      return null;
    }
    Labels given = where.apply(change);
    return whole ? given : OverlayLabels.with(base, given);
  }

  /**
   * A list after it; null where this is not followed, or goes beyond the list's end.
   *
   * @param depth length of the path to the list
   * @param read reads the value, a list or an item
   */
  <T> @Nullable List<T> list(List<T> base, int depth, Function<Boolean, @Nullable List<T>> read) {
    if (path.size() > depth + 1) {
      return null;
    }
    boolean whole = path.size() == depth;
    List<T> given = value == null ? List.of() : read.apply(whole);
    if (given == null || (!whole && value != null && given.size() != 1)) {
      return null;
    }
    if (whole) {
      return given;
    }
    boolean adds = what.equals("add");
    int index = index(path.get(depth), adds ? base.size() + 1 : base.size());
    if (index < 0) {
      return null;
    }
    List<T> all = new ArrayList<>(base);
    if (value == null) {
      all.remove(index);
    } else if (adds) {
      all.add(index, given.get(0));
    } else {
      all.set(index, given.get(0));
    }
    return all;
  }

  /** The place in a list of that many; {@code -} is the last one; -1 for none. */
  static int index(String text, int size) {
    if (text.equals("-")) {
      return size - 1;
    }
    boolean number = !text.isEmpty() && text.length() < 6;
    for (int i = 0; i < text.length(); i++) {
      number &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    int index = number ? Integer.parseInt(text) : -1;
    return index < size ? index : -1;
  }

  /** The value as a part of such a resource. */
  @Nullable Resource change(Resource resource, List<Step> steps) {
    if (value == null) {
      return null;
    }
    Resource change = value.in(resource, steps, input);
    return change != null && change.getClass() == resource.getClass() ? change : null;
  }

  /** A way of keys only. */
  static List<Step> steps(List<String> keys) {
    List<Step> steps = new ArrayList<>(keys.size() + 4);
    for (String key : keys) {
      steps.add(Step.key(key));
    }
    return steps;
  }

  private Located<String> written(String field) {
    PatchValue given = value;
    if (given == null) {
      throw new IllegalStateException("nothing is written");
    }
    boolean unknown = given.text() == null ? given.at().isPlaceholder() : given.unknown();
    return new Located<>(given.plain(), field, given.at().location(), true, unknown);
  }
}
