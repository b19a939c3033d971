package dev.hopcheck.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopcheck.cluster.ClientReference;
import dev.hopcheck.rule.UnitFacts;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.trace.Fate;
import dev.hopcheck.trace.TracedFlow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every host that a client of a real project names is found and followed to its pods. */
class ReferencesTest {
  /** File and line, what is named there, and the workloads that have it in their configuration. */
  private static final String BOUTIQUE =
      """
      cartservice.yaml:51 redis-cart:6379 by cartservice
      checkoutservice.yaml:58 productcatalogservice:3550 by checkoutservice
      checkoutservice.yaml:60 shippingservice:50051 by checkoutservice
      checkoutservice.yaml:62 paymentservice:50051 by checkoutservice
      checkoutservice.yaml:64 emailservice:5000 by checkoutservice
      checkoutservice.yaml:66 currencyservice:7000 by checkoutservice
      checkoutservice.yaml:68 cartservice:7070 by checkoutservice
      frontend.yaml:70 productcatalogservice:3550 by frontend
      frontend.yaml:72 currencyservice:7000 by frontend
      frontend.yaml:74 cartservice:7070 by frontend
      frontend.yaml:76 recommendationservice:8080 by frontend
      frontend.yaml:78 shippingservice:50051 by frontend
      frontend.yaml:80 checkoutservice:5050 by frontend
      frontend.yaml:82 adservice:9555 by frontend
      loadgenerator.yaml:70 frontend:80 by loadgenerator
      loadgenerator.yaml:83 frontend:80 by loadgenerator
      recommendationservice.yaml:61 productcatalogservice:3550 by recommendationservice
      """;

  private static final String BANK =
      """
      accounts-db.yaml:17 accounts-db:5432 by accounts-db
      accounts-db.yaml:17 accounts-db:5432 by contacts
      accounts-db.yaml:17 accounts-db:5432 by userservice
      config.yaml:28 ledgerwriter:8080 by frontend
      config.yaml:28 ledgerwriter:8080 by ledgerwriter
      config.yaml:29 balancereader:8080 by frontend
      config.yaml:29 balancereader:8080 by ledgerwriter
      config.yaml:30 transactionhistory:8080 by frontend
      config.yaml:30 transactionhistory:8080 by ledgerwriter
      config.yaml:31 contacts:8080 by frontend
      config.yaml:31 contacts:8080 by ledgerwriter
      config.yaml:32 userservice:8080 by frontend
      config.yaml:32 userservice:8080 by ledgerwriter
      ledger-db.yaml:21 ledger-db:5432 by balancereader
      ledger-db.yaml:21 ledger-db:5432 by ledger-db
      ledger-db.yaml:21 ledger-db:5432 by ledgerwriter
      ledger-db.yaml:21 ledger-db:5432 by transactionhistory
      loadgenerator.yaml:44 frontend:80 by loadgenerator
      """;

  /** Most clients of this project have their hosts in their code. */
  private static final String SOCKS =
      """
      25-user-dep.yaml:33 user-db:27017 by user
      """;

  @Test
  void ofTheBoutique() {
    hold("GoogleCloudPlatform+microservices-demo/kubernetes-manifests", BOUTIQUE);
  }

  @Test
  void ofTheBank() {
    hold("GoogleCloudPlatform+bank-of-anthos/kubernetes-manifests", BANK);
  }

  @Test
  void ofTheSockShop() {
    hold("microservices-demo+microservices-demo/deploy/kubernetes/manifests", SOCKS);
  }

  /** Hosts of Services that are in no manifest of the project. */
  private static final Set<String> NOT_OF_THE_PROJECT =
      Set.of("shoppingassistantservice", "zipkin.jaeger.svc.cluster.local");

  private static void hold(String folder, String expected) {
    Set<String> found = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    for (UnitFacts.TracedReference one : References.of(read(folder)).references()) {
      ClientReference reference = one.reference();
      if (NOT_OF_THE_PROJECT.contains(reference.host())) {
        continue;
      }
      TracedFlow flow = one.flow();
      String shown =
          reference.hostAt().file().name()
              + ":"
              + reference.hostAt().start().line()
              + " "
              + reference.target()
              + " by "
              + reference.client().name();
      found.add(shown);
      if (flow == null || flow.fate() != Fate.DELIVERED) {
        wrong.add(shown + ": " + (flow == null ? "no client" : flow.summary()));
      } else if (!flow.reached().get(0).startsWith(pods(reference, flow))) {
        wrong.add(shown + " reaches " + flow.reached());
      }
    }
    Set<String> wanted = new TreeSet<>(expected.lines().toList());
    Set<String> missed = new TreeSet<>(wanted);
    missed.removeAll(found);
    System.out.println(
        folder
            + ": "
            + found.size()
            + " references found, "
            + missed.size()
            + " missed, "
            + wrong.size()
            + " wrong");
    assertThat(found).containsExactlyElementsOf(wanted);
    assertThat(wrong).isEmpty();
  }

  /** In these projects pods are named after their Service; the namespace is the unit's. */
  private static String pods(ClientReference reference, TracedFlow flow) {
    String reached = flow.reached().get(0);
    return reached.substring(0, reached.indexOf('/') + 1) + reference.host() + "-";
  }

  private static List<SourceFile> read(String folder) {
    Path root = Shared.path("corpus").resolve(folder);
    List<SourceFile> files = new ArrayList<>();
    for (Path file : Shared.manifests(root)) {
      files.add(SourceFile.of(root.relativize(file).toString(), Shared.text(file)));
    }
    return files;
  }
}
