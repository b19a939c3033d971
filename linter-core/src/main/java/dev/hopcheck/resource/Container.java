package dev.hopcheck.resource;

import dev.hopcheck.admission.Place;
import dev.hopcheck.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One container of a pod.
 *
 * @param role how long it runs, hence whether its ports count
 * @param place such as {@code spec.template.spec.containers[0]}
 * @param image null where it is not given
 */
public record Container(
    Role role,
    Place place,
    Located<String> name,
    @Nullable Located<String> image,
    List<ContainerPort> ports,
    List<EnvVar> env,
    List<EnvSource> envFrom,
    List<Located<String>> command,
    List<Located<String>> args,
    @Nullable Probe livenessProbe,
    @Nullable Probe readinessProbe,
    @Nullable Probe startupProbe)
    implements Placed {
  public Container {
    ports = List.copyOf(ports);
    env = List.copyOf(env);
    envFrom = List.copyOf(envFrom);
    command = List.copyOf(command);
    args = List.copyOf(args);
  }

  /** Its name, or the first thing written of it. */
  @Override
  public Location at() {
    return name.written() ? name.at() : place.location();
  }

  /** How long a container runs. */
  public enum Role {
    /** Runs as long as the pod. */
    REGULAR,
    /**
     * An init container that keeps running ({@code restartPolicy: Always}); its ports count
     * (PORT-10).
     */
    SIDECAR,
    /** Runs to its end before the others start; its ports never count (EP-09). */
    INIT
  }

  /**
   * A port that the container says it has (PORT-06).
   *
   * @param place such as {@code spec.containers[0].ports[0]}
   * @param number {@code containerPort}
   * @param protocol {@code TCP} unless written
   * @param hostPort null where it is not given, or 0
   */
  public record ContainerPort(
      Place place,
      @Nullable Located<String> name,
      Located<Integer> number,
      Located<String> protocol,
      @Nullable Located<Integer> hostPort,
      @Nullable Located<String> hostIp)
      implements Placed {
    /** The name; empty where it has none. */
    public String nameText() {
      return name == null ? "" : name.value();
    }
  }

  /**
   * A whole ConfigMap or Secret as environment.
   *
   * @param secret whether it is a Secret, else a ConfigMap
   * @param prefix put before each key; empty where it is not given
   */
  public record EnvSource(boolean secret, Located<String> name, boolean optional, String prefix) {}

  /** The same with another environment. */
  public Container withEnv(List<EnvVar> otherEnv, List<EnvSource> otherSources) {
    return new Container(
        role,
        place,
        name,
        image,
        ports,
        otherEnv,
        otherSources,
        command,
        args,
        livenessProbe,
        readinessProbe,
        startupProbe);
  }
}
