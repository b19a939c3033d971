package dev.hopcheck.rule;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.finding.RuleId;
import dev.hopcheck.source.DamagedInstallation;
import dev.hopcheck.source.PackagedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All rules that can run and all pages that can be read. */
public final class Catalogue {
  private final List<Rule> rules;
  private final List<RulePack> packs;
  private @Nullable Map<String, RuleDoc> docs;

  private Catalogue(List<RulePack> packs) {
    this.packs = packs;
    List<Rule> all = new ArrayList<>(128);
    for (RulePack pack : packs) {
      all.addAll(pack.rules());
    }
    this.rules = List.copyOf(all);
  }

  /**
   * The packs that lie beside the engine. They are looked up with the engine's own class loader,
   * since inside a build tool the thread's is another one.
   */
  public static Catalogue installed() {
    List<RulePack> found = new ArrayList<>();
    for (RulePack pack : ServiceLoader.load(RulePack.class, Catalogue.class.getClassLoader())) {
      found.add(pack);
    }
    if (found.isEmpty()) {
      throw new DamagedInstallation("there are no rules beside the engine");
    }
    return new Catalogue(found);
  }

  /**
   * The packs of the first list on the class path, as a packaged program has one: looking for
   * further ones would open each jar, which is a tenth of a short run.
   */
  public static Catalogue packaged() {
    String list = "/META-INF/services/" + RulePack.class.getName();
    ClassLoader loader = Catalogue.class.getClassLoader();
    List<RulePack> found = new ArrayList<>();
    try (InputStream in = PackagedData.open(Catalogue.class, list)) {
      if (in == null) {
        throw new DamagedInstallation("no list of rules: " + list);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        String name = line.strip();
        if (!name.isEmpty() && name.charAt(0) != '#') {
          Class<?> type = Class.forName(name, true, loader);
          found.add((RulePack) type.getDeclaredConstructor().newInstance());
        }
      }
    } catch (IOException | ReflectiveOperationException broken) {
      throw new DamagedInstallation("the list of rules cannot be used: " + broken, broken);
    }
    return new Catalogue(found);
  }

  /** A catalogue of given packs, for tests of single rules. */
  public static Catalogue of(RulePack... packs) {
    return new Catalogue(List.of(packs));
  }

  /** All rules, in the order of their packs. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * All documentation by id, in order of the ids. Built on first use; running rules does not need
   * it.
   */
  public synchronized List<RuleDoc> docs() {
    return List.copyOf(byId().values());
  }

  /** The documentation of an id. */
  public Optional<RuleDoc> doc(String id) {
    return Optional.ofNullable(byId().get(id));
  }

  /** Whether there is something of that id. */
  public boolean knows(RuleId id) {
    if (byId().containsKey(id.value())) {
      return true;
    }
    for (InputRule rule : InputRule.values()) {
      if (rule.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** The id that is spelled most alike; null where none is near. */
  public @Nullable String nearest(String id) {
    String best = null;
    int least = Math.max(2, id.length() / 3) + 1;
    for (String known : byId().keySet()) {
      int distance = distance(id, known);
      if (distance < least) {
        least = distance;
        best = known;
      }
    }
    return best;
  }

  /** Number of letters to insert, delete or replace. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    return above[to.length()];
  }

  private synchronized Map<String, RuleDoc> byId() {
    Map<String, RuleDoc> known = docs;
    if (known != null) {
      return known;
    }
    Map<String, RuleDoc> made = new TreeMap<>();
    for (Rule rule : rules) {
      add(made, rule.doc());
    }
    for (RulePack pack : packs) {
      for (RulePage page : pack.pages()) {
        add(made, page.doc());
      }
    }
    for (SuppressionRule own : SuppressionRule.values()) {
      add(made, own.doc());
    }
    docs = made;
    return made;
  }

  private static void add(Map<String, RuleDoc> to, RuleDoc doc) {
    if (to.put(doc.id().value(), doc) != null) {
      throw new IllegalStateException("two rules of one id: " + doc.id());
    }
  }
}
