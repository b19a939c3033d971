package dev.hopcheck.engine;

import dev.hopcheck.resource.Service;
import dev.hopcheck.rule.Inspection;
import dev.hopcheck.rule.ResourceRule;
import dev.hopcheck.rule.RuleDoc;
import java.util.function.BiConsumer;

/** A rule that declares no severity but its default. */
record SilentRule(BiConsumer<Service, Inspection> body) implements ResourceRule<Service> {
  @Override
  public Class<Service> subject() {
    return Service.class;
  }

  @Override
  public RuleDoc doc() {
    return RuleDoc.id("silent").summary("a rule of a test").build();
  }

  @Override
  public void check(Service service, Inspection in) {
    body.accept(service, in);
  }
}
