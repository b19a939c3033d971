package dev.hopcheck.rules.pages;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import dev.hopcheck.rule.RulePage;
import java.util.ArrayList;
import java.util.List;

/** Pages for all that is found while reading and admitting. */
public final class PagePack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of();
  }

  @Override
  public List<RulePage> pages() {
    List<RulePage> pages = new ArrayList<>();
    pages.addAll(YamlPages.pages());
    pages.addAll(ShapePages.pages());
    pages.addAll(MetadataPages.pages());
    pages.addAll(PortPages.pages());
    pages.addAll(ServicePages.pages());
    pages.addAll(DnsPages.pages());
    pages.addAll(IngressPages.pages());
    pages.addAll(PolicyPages.pages());
    pages.addAll(KustomizationPages.pages());
    return pages;
  }
}
