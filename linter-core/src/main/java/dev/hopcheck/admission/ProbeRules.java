package dev.hopcheck.admission;

import dev.hopcheck.value.HttpHeaderName;

/** Probes and lifecycle handlers (POD-17 to POD-30). */
final class ProbeRules {
  private static final String[] COUNTS = {
    "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"
  };

  private static final String[] HOOKS = {"postStart", "preStop"};
  private static final String[] HOOK_HANDLERS = {"exec", "httpGet", "tcpSocket", "sleep"};
  private static final String[] PROBE_HANDLERS = {"exec", "httpGet", "tcpSocket", "grpc"};

  private ProbeRules() {}

  /** All that a running container may have. */
  static void ofContainer(Field container, PodScope pod) {
    Causes causes = pod.causes();
    if (container.has("lifecycle")) {
      Field lifecycle = container.get("lifecycle");
      for (String name : HOOKS) {
        if (lifecycle.has(name)) {
          handler(lifecycle.get(name), true, pod);
        }
      }
    }
    Field liveness = container.get("livenessProbe");
    probe(liveness, pod);
    successOnce(liveness, causes);
    Field readiness = container.get("readinessProbe");
    probe(readiness, pod);
    Field grace = readiness.get("terminationGracePeriodSeconds");
    if (grace.present()) {
      causes.invalidNumber(grace, grace.number(), "must not be set for readinessProbes");
    }
    Field startup = container.get("startupProbe");
    probe(startup, pod);
    successOnce(startup, causes);
  }

  /** POD-26. */
  private static void successOnce(Field probe, Causes causes) {
    if (!probe.present()) {
      return;
    }
    Field threshold = probe.get("successThreshold");
    if (threshold.number() != 1) {
      causes.invalidNumber(threshold, threshold.number(), "must be 1");
    }
  }

  private static void probe(Field probe, PodScope pod) {
    if (!probe.present()) {
      return;
    }
    handler(probe, false, pod);
    for (String count : COUNTS) {
      if (probe.has(count) && probe.number(count) < 0) {
        pod.causes().negative(probe.get(count));
      }
    }
    Field grace = probe.get("terminationGracePeriodSeconds");
    if (grace.present() && grace.number() <= 0) {
      pod.causes().invalidNumber(grace, grace.number(), "must be greater than 0");
    }
  }

  /** POD-17, POD-18: exactly one handler; of several the first in this order counts. */
  private static void handler(Field owner, boolean lifecycle, PodScope pod) {
    Causes causes = pod.causes();
    String[] kinds = lifecycle ? HOOK_HANDLERS : PROBE_HANDLERS;
    boolean found = false;
    for (String kind : kinds) {
      if (!owner.has(kind) || (kind.equals("sleep") && !pod.isAtLeast(30))) {
        continue;
      }
      Field handler = owner.get(kind);
      if (found) {
        causes.forbidden(handler, "may not specify more than 1 handler type");
        continue;
      }
      found = true;
      switch (kind) {
        case "exec" -> {
          if (handler.size("command") == 0) {
            causes.required(handler.get("command"), "");
          }
        }
        case "httpGet" -> httpGet(handler, causes);
        case "tcpSocket" -> PortRules.numberOrName(handler.get("port"), "probe port", causes);
        case "grpc" -> PortRules.number(handler.get("port"), "probe port", causes);
        default -> sleep(handler.get("seconds"), pod);
      }
    }
    if (!found) {
      causes
          .required(owner, "must specify a handler type")
          .headline("`" + owner.name() + "` says nothing to do");
    }
  }

  private static void httpGet(Field http, Causes causes) {
    PortRules.numberOrName(http.get("port"), "probe port", causes);
    Field scheme = http.get("scheme");
    switch (scheme.text()) {
      case "HTTP", "HTTPS" -> {}
      default -> causes.notSupported(scheme, "HTTP", "HTTPS");
    }
    Field headers = http.get("httpHeaders");
    for (Field header : headers.items()) {
      Field name = header.get("name");
      for (String error : HttpHeaderName.errors(name.text())) {
        causes.invalid(name, error).path(headers.path());
      }
    }
  }

  /** The path is the action itself; a wait of 0 is allowed by default from 1.33. */
  private static void sleep(Field seconds, PodScope pod) {
    long wait = seconds.number();
    long grace = pod.gracePeriod();
    boolean zero = pod.isAtLeast(33);
    boolean fine = (zero ? wait >= 0 : wait > 0) && wait <= grace;
    Field action = seconds.parent();
    if (fine || action == null) {
      return;
    }
    String detail =
        zero
            ? "must be non-negative and less than terminationGracePeriodSeconds (" + grace + ")"
            : "must be greater than 0 and less than terminationGracePeriodSeconds ("
                + grace
                + "). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.";
    pod.causes().invalidNumber(seconds, wait, detail).path(action.path());
  }
}
