package dev.hopcheck.rules.ingress;

import dev.hopcheck.rule.Rule;
import dev.hopcheck.rule.RulePack;
import java.util.List;

/** Rules about Ingresses. */
public final class IngressPack implements RulePack {
  @Override
  public List<Rule> rules() {
    return List.of(
        new IngressBackendMissing(),
        new IngressBackendPortMissing(),
        new IngressExternalNameBackend(),
        new IngressClassUnknown(),
        new IngressClassMissing(),
        new IngressTlsSecretMissing(),
        new IngressTlsHostMismatch(),
        new IngressDuplicatePath());
  }
}
