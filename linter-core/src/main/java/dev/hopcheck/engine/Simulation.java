package dev.hopcheck.engine;

import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.config.ClusterFile;
import dev.hopcheck.config.Configuration;
import dev.hopcheck.config.SettingsException;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.network.Client;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.network.Network;
import dev.hopcheck.query.Who;
import dev.hopcheck.rule.Catalogue;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.trace.FlowTracer;
import dev.hopcheck.trace.TracedFlow;
import dev.hopcheck.value.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The networks of all units that a request names.
 *
 * @param units in order; those without any object are left out
 * @param problems what could not be read
 * @param namespace of those who name none, as options or the configuration say it; null for {@code
 *     default}
 * @param configuration the file that was heeded; null for none
 */
public record Simulation(
    List<SimulatedUnit> units,
    List<Problem> problems,
    @Nullable String namespace,
    @Nullable String configuration) {
  public Simulation {
    units = List.copyOf(units);
    problems = List.copyOf(problems);
  }

  /**
   * One unit.
   *
   * @param root the folder, or what the user named
   */
  public record SimulatedUnit(String root, Network network) {}

  /**
   * Reads what the request names and simulates each unit; no rule runs.
   *
   * @param clusterFile facts of the cluster; null for the defaults
   * @param families such as {@code IPv4,IPv6}; null for those of the facts
   */
  public static Simulation of(
      LintRequest request, @Nullable SourceFile clusterFile, @Nullable String families)
      throws UsageException {
    return of(request, facts(clusterFile, families));
  }

  /**
   * Reads configuration and facts of the cluster, and what the request names, and simulates each
   * unit. What the request says wins over the configuration.
   */
  public static Simulation of(LintRequest.Builder request, AdoptionOptions wanted)
      throws UsageException {
    return of(adopted(request, wanted));
  }

  /** The request with what files beside the manifests say. */
  static LintRequest adopted(LintRequest.Builder request, AdoptionOptions wanted)
      throws UsageException {
    AdoptionReader reader = new AdoptionReader(request.base(), Catalogue::packaged);
    return request.adoption(reader.read(wanted, request.paths())).build();
  }

  static Simulation of(LintRequest request) {
    ClusterFacts facts = request.adoption().facts();
    return of(request, facts == null ? ClusterFacts.DEFAULTS : facts);
  }

  /** What the user says about the cluster. */
  static ClusterFacts facts(@Nullable SourceFile clusterFile, @Nullable String families)
      throws UsageException {
    ClusterFacts facts = ClusterFacts.DEFAULTS;
    if (clusterFile != null) {
      try {
        facts = ClusterFile.read(clusterFile);
      } catch (SettingsException wrong) {
        throw new UsageException(wrong.words());
      }
    }
    if (families == null) {
      return facts;
    }
    List<IpFamily> read = ClusterFile.families(families);
    if (read == null) {
      throw new UsageException(
          "--ip-families is not `" + families + "`; possible: IPv4, IPv6, IPv4,IPv6, IPv6,IPv4");
    }
    return facts.withFamilies(read);
  }

  static Simulation of(LintRequest request, ClusterFacts facts) {
    return Watch.over(request, () -> watched(request, facts));
  }

  private static Simulation watched(LintRequest request, ClusterFacts facts) {
    List<Problem> problems = new ArrayList<>();
    List<Cluster> clusters = new LintRun(request, Catalogue.of()).clusters(problems);
    List<SimulatedUnit> units = new ArrayList<>(clusters.size());
    for (Cluster cluster : clusters) {
      if (!cluster.resources().isEmpty()) {
        units.add(new SimulatedUnit(cluster.unit().root(), Network.of(cluster, facts)));
      }
    }
    Configuration configuration = request.adoption().configuration();
    return new Simulation(
        units, problems, request.namespace(), configuration == null ? null : configuration.file());
  }

  /** Asks the DNS, each question that of the unit which has the name's namespace. */
  public List<Answered> answers(List<Question> questions) throws UsageException {
    List<Answered> answers = new ArrayList<>(questions.size());
    for (Question question : questions) {
      Network network = unitOf(namespaceIn(question.name())).network();
      answers.add(
          new Answered(
              question.name(),
              question.type(),
              network.dns().answer(question.name(), question.type())));
    }
    return answers;
  }

  /** The namespace in a Service's full name; empty for other names. */
  private static String namespaceIn(String name) {
    int end = name.indexOf(".svc.");
    return end < 0 ? "" : name.substring(name.lastIndexOf('.', end - 1) + 1, end);
  }

  /** Follows flows, each in the unit that has the asker's namespace. */
  public List<TracedFlow> trace(List<FlowLines.Line> lines) throws UsageException {
    List<TracedFlow> traced = new ArrayList<>(lines.size());
    FlowTracer tracer = null;
    Network last = null;
    for (FlowLines.Line line : lines) {
      Network network = unitOf(line.namespace()).network();
      if (tracer == null || network != last) {
        tracer = new FlowTracer(network);
        last = network;
      }
      traced.add(tracer.trace(line.in(network)));
    }
    return traced;
  }

  /** One or more clients in one unit. */
  public record Clients(SimulatedUnit unit, List<Client> clients) {
    public Clients {
      clients = List.copyOf(clients);
    }
  }

  /**
   * Finds who asks.
   *
   * @param namespace of those who name none, unless their unit has but one; null for {@code
   *     default}
   * @throws UsageException where nobody is found, or in several units
   */
  public Clients find(Who who, @Nullable String namespace) throws UsageException {
    Clients found = null;
    String missing = "there is no manifest to simulate";
    TreeSet<String> roots = new TreeSet<>();
    for (SimulatedUnit unit : units) {
      WhoFinder.Found here = new WhoFinder(unit.network(), namespace).find(who);
      if (here.nobody()) {
        missing = here.missing();
      } else {
        found = new Clients(unit, here.clients());
        roots.add(unit.root());
      }
    }
    if (found == null) {
      throw new UsageException(
          units.size() < 2 ? missing : "`" + who.text() + "` is in no unit; units are the folders");
    }
    if (roots.size() > 1) {
      throw severalUnits("`" + who.text() + "` is in several units: ", roots);
    }
    return found;
  }

  private static UsageException severalUnits(String what, TreeSet<String> roots) {
    return new UsageException(
        what + String.join(", ", roots) + "; name one folder, or join them with --unit=all");
  }

  /** Whether all that was named could be read. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /**
   * The one unit that has a namespace in it.
   *
   * @param namespace empty means that any unit will do
   * @throws UsageException where several have it, or none does; the message names the units
   */
  public SimulatedUnit unitOf(String namespace) throws UsageException {
    if (units.size() == 1) {
      return units.get(0);
    }
    SimulatedUnit found = null;
    TreeSet<String> roots = new TreeSet<>();
    for (SimulatedUnit unit : units) {
      boolean has =
          namespace.isEmpty() || unit.network().cluster().namespaces().contains(namespace);
      // Of a folder, what its kustomization makes comes before what it leaves alone.
      if (has && (found == null || !found.root().equals(unit.root()))) {
        found = unit;
        roots.add(unit.root());
      }
    }
    if (found == null) {
      throw new UsageException(
          units.isEmpty()
              ? "there is no manifest to simulate"
              : "no unit has namespace `" + namespace + "`");
    }
    if (roots.size() > 1) {
      throw severalUnits(
          "several units "
              + (namespace.isEmpty() ? "are" : "have namespace `" + namespace + "` and are")
              + " meant: ",
          roots);
    }
    return found;
  }
}
