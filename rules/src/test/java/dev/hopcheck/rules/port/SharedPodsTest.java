package dev.hopcheck.rules.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Cluster;
import dev.hopcheck.cluster.ClusterOptions;
import dev.hopcheck.cluster.PodSet;
import dev.hopcheck.cluster.Unit;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.network.ClusterFacts;
import dev.hopcheck.resource.Container.ContainerPort;
import dev.hopcheck.resource.Resource;
import dev.hopcheck.resource.ResourceReader;
import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.rules.selector.SelectorPack;
import dev.hopcheck.schema.KubernetesVersion;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlLimits;
import dev.hopcheck.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedPodsTest {
  private static final Schemas SCHEMAS = Schemas.of(KubernetesVersion.NEWEST);
  private static final String[] NAMES = {"http", "web", "admin", "dns"};

  /** Thousands of Services by thousands of pods would be their product. */
  @Test
  void eachPodIsAskedForAsOftenAsThereAreRulesNotServices() {
    int few = asked(20, 100);
    int many = asked(80, 100);
    assertThat(few).isGreaterThan(100);
    assertThat(many - few).as("what 60 Services more ask").isLessThan(60 * 40);
  }

  /** How often rules ask whether a resource is refused: once a pod where each looks at all pods. */
  private static int asked(int services, int pods) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < services; i++) {
      yaml.append("---\napiVersion: v1\nkind: Service\nmetadata: {name: s").append(i);
      yaml.append("}\nspec: {selector: {app: a}, ports: [{port: 80}]}\n");
    }
    for (int i = 0; i < pods; i++) {
      yaml.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: p").append(i);
      yaml.append(", labels: {app: a}}\nspec: {containers: [{name: c, image: c, ports: ");
      yaml.append("[{containerPort: 80}]}]}\n");
    }
    Cluster cluster = cluster(yaml.toString());
    UnitFacts facts = new UnitFacts(cluster, ClusterFacts.DEFAULTS);
    int[] asked = new int[1];
    Inspection.Verdicts counting =
        resource -> {
          asked[0]++;
          return false;
        };
    List<Finding> findings = new ArrayList<>();
    List<Rule> rules = new ArrayList<>(new PortPack().rules());
    rules.addAll(new SelectorPack().rules());
    int looked = 0;
    for (Rule rule : rules) {
      if (rule instanceof ResourceRule<?> some && some.subject() == Service.class) {
        @SuppressWarnings("unchecked")
        ResourceRule<Service> ofServices = (ResourceRule<Service>) some;
        Inspection in = new Inspection(rule, facts, counting, findings);
        for (Service service : cluster.all(Service.class)) {
          ofServices.check(service, in);
          looked++;
        }
      }
    }
    assertThat(looked).isGreaterThanOrEqualTo(10 * services);
    assertThat(findings).isEmpty();
    return asked[0];
  }

  /** The table must never say other than a walk over the pods. */
  @Test
  void theTableSaysWhatAWalkOverThePodsSays() {
    Random random = new Random(11);
    int said = 0;
    for (int round = 0; round < 150; round++) {
      List<PodSet> pods = cluster(pods(random, 1 + random.nextInt(6))).podSets();
      PortTable table = new PortTable(pods);
      for (String name : List.of("http", "web", "admin", "dns", "none")) {
        List<PodSet> lacking = NamedTargetPortNotFound.lacking(name, pods);
        List<PodSet> told = table.lacking(name);
        assertThat(told.size() == pods.size()).isEqualTo(lacking.size() == pods.size());
        assertThat(told.isEmpty()).isEqualTo(lacking.isEmpty());
        if (!lacking.isEmpty()) {
          assertThat(told.get(0)).isSameAs(lacking.get(0));
          said++;
        }
        ContainerPort ofInit = NamedPortInInitContainer.ofInitOnly(name, pods);
        assertThat(table.ofInitOnly(name)).isSameAs(ofInit);
        said += ofInit == null ? 0 : 1;
      }
      for (int number = 8000; number < 8008; number++) {
        NumericTarget walked = NumericTarget.of(number, pods);
        NumericTarget told = table.numeric(number);
        assertThat(told.declared()).isEqualTo(walked.declared());
        assertThat(told.declaredNowhere()).isEqualTo(walked.declaredNowhere());
        if (walked.declaredNowhere()) {
          assertThat(told.lacking()).isSameAs(walked.lacking());
          assertThat(walked.others()).containsAll(told.others());
          said++;
        }
        ContainerPort onHost = NumericTarget.hostPort(number, pods);
        assertThat(table.hostPort(number)).isSameAs(onHost);
        said += onHost == null ? 0 : 1;
      }
    }
    assertThat(said).isGreaterThan(500);
  }

  private static String pods(Random random, int count) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean ends = random.nextInt(4) == 0;
      yaml.append("---\napiVersion: ").append(ends ? "batch/v1\nkind: Job" : "v1\nkind: Pod");
      yaml.append("\nmetadata: {name: p").append(i).append("}\nspec:\n");
      yaml.append(ends ? " template:\n  spec:\n" : " #\n  #\n");
      yaml.append("   hostNetwork: ").append(random.nextInt(12) == 0).append('\n');
      yaml.append("   initContainers: [{name: i, image: i, ports: ");
      yaml.append(ports(random)).append("}]\n");
      yaml.append("   containers: [{name: c, image: c, ports: ").append(ports(random));
      yaml.append("}, {name: d, image: d, ports: ").append(ports(random)).append("}]\n");
    }
    return yaml.toString();
  }

  private static String ports(Random random) {
    StringBuilder ports = new StringBuilder("[");
    for (int i = random.nextInt(3); i > 0; i--) {
      int number = 8000 + random.nextInt(6);
      ports.append("{containerPort: ").append(random.nextInt(60) == 0 ? "'${PORT}'" : number);
      if (random.nextBoolean()) {
        ports.append(", name: ").append(NAMES[random.nextInt(NAMES.length)]);
      }
      if (random.nextInt(3) == 0) {
        ports.append(", hostPort: ").append(8000 + random.nextInt(9));
      }
      ports.append(random.nextInt(3) == 0 ? ", protocol: UDP}, " : "}, ");
    }
    return ports.append(']').toString();
  }

  private static Cluster cluster(String yaml) {
    SourceFile file = SourceFile.of("unit/app.yaml", yaml);
    List<Resource> resources = new ArrayList<>();
    for (YamlDocument document : YamlReader.read(file, YamlLimits.DEFAULT).documents()) {
      ApiObject object = ApiObject.of(document, document.root(), null);
      resources.add(
          ResourceReader.read(
              object, SCHEMAS.kinds().isNamespaced(object.apiVersion(), object.kind()), false));
    }
    assertThat(resources).isNotEmpty();
    return Cluster.of(
        new Unit("unit", List.of(file), List.of()), resources, ClusterOptions.DEFAULTS);
  }
}
