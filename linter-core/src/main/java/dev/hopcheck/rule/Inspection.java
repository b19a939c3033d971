package dev.hopcheck.rule;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.network.Network;
import dev.hopcheck.resource.Located;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceHead;
import dev.hopcheck.resource.Service;
import dev.hopcheck.source.Location;
import dev.hopcheck.yaml.YamlNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may ask and say while it looks at one unit. It stamps the rule's id and severity on
 * all that is said: a rule cannot make a finding itself, nor see the configuration.
 */
public final class Inspection {
  private final Rule rule;
  private final UnitFacts facts;
  private final Cluster cluster;
  private final Verdicts verdicts;
  private final List<Finding> findings;
  private @Nullable RuleDoc doc;
  private @Nullable Resource subject;

  /**
   * For the engine: an inspection by one rule.
   *
   * @param verdicts what reading and admission said of the unit's resources
   * @param findings where to put what the rule says
   */
  public Inspection(Rule rule, UnitFacts facts, Verdicts verdicts, List<Finding> findings) {
    this.rule = rule;
    this.facts = facts;
    this.cluster = facts.cluster();
    this.verdicts = verdicts;
    this.findings = findings;
  }

  /**
   * For the engine: findings belong to this resource unless the rule names another; null for none.
   */
  public void subject(@Nullable Resource resource) {
    subject = resource;
  }

  /** The unit that is looked at. */
  public Cluster cluster() {
    return cluster;
  }

  /** What the cluster makes of the unit: endpoints, addresses and names. */
  public Network network() {
    return facts.network();
  }

  /** All hosts that pods are told to connect to, each followed to its end. */
  public List<UnitFacts.TracedReference> references() {
    return facts.references();
  }

  /** References of clients whose name is that of the Service, in order. */
  public List<ClientReference> clientsOf(Service service) {
    return facts.clientsOf(service);
  }

  /**
   * What is worked out of the unit once, when a rule first asks, and serves all rules then: so that
   * no rule looks through all resources for each of them. It is known by its type.
   */
  public <T> T once(Class<T> type, Function<Cluster, T> maker) {
    return facts.once(type, maker);
  }

  /**
   * Whether the API server refuses the resource, or parts of it could not be read. What follows
   * from that is no finding of its own (routing 19.0, 4 and 5).
   */
  public boolean isBroken(Resource resource) {
    return verdicts.isBroken(resource);
  }

  /** Starts a finding at a value that a resource holds; its field path comes along. */
  public Draft at(Located<?> value) {
    return at(value.at()).field(value.field());
  }

  /**
   * Starts a finding at a place: a scalar or a key, never a block. It belongs to the resource that
   * holds the place, unless the rule names another.
   */
  public Draft at(Location place) {
    Draft draft = new Draft(this, place);
    Resource owner = ownerOf(place);
    return owner == null ? draft : draft.resource(owner);
  }

  private @Nullable Resource ownerOf(Location place) {
    Resource asked = subject;
    if (asked != null && holds(asked, place)) {
      return asked;
    }
    Resource owner = facts.ownerOf(place);
    return owner == null ? asked : owner;
  }

  private static boolean holds(Resource resource, Location place) {
    ResourceHead head = resource.head();
    YamlNode root = head.object().root().node();
    return head.document().file() == place.file()
        && root != null
        && root.span().contains(place.span());
  }

  RuleDoc doc() {
    RuleDoc known = doc;
    if (known == null) {
      known = rule.doc();
      doc = known;
    }
    return known;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** What the engine knows of resources before rules run. */
  @FunctionalInterface
  public interface Verdicts {
    /** Nothing is known against any resource. */
    Verdicts NONE = resource -> false;

    /** Whether the resource has a rejection. */
    boolean isBroken(Resource resource);
  }
}
