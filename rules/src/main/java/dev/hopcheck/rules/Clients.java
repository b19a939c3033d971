package dev.hopcheck.rules;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Draft;
import dev.hopcheck.rule.Inspection;

/** Who is hurt by the fault of a Service. */
public final class Clients {
  /** More places than these do not help anybody to mend it. */
  private static final int MOST = 3;

  private Clients() {}

  /** Points at the first clients that name the Service, whatever port they use. */
  public static void show(Draft draft, Service service, Inspection in) {
    show(draft, service, 0, in);
  }

  /** Points at the first clients that name the Service with this port, or with none. */
  public static void show(Draft draft, Service service, int port, Inspection in) {
    int shown = 0;
    for (ClientReference client : in.clientsOf(service)) {
      boolean other = port != 0 && client.port() != 0 && client.port() != port;
      if (!other && shown++ < MOST) {
        draft.related(
            client.hostAt(), client.where() + " in " + client.client().title() + " leads here");
      }
    }
  }
}
