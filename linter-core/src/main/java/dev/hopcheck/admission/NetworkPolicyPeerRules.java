package dev.hopcheck.admission;

import dev.hopcheck.finding.InputRule;
import dev.hopcheck.value.Cidr;
import dev.hopcheck.value.IpAddress;
import java.util.List;
import java.util.Optional;

/** One peer that a NetworkPolicy admits: selectors or a block of addresses (NP-09 to NP-15). */
final class NetworkPolicyPeerRules {
  private NetworkPolicyPeerRules() {}

  static void validate(Field peer, ServerFacts facts, Causes causes) {
    Field pods = peer.get("podSelector");
    Field namespaces = peer.get("namespaceSelector");
    Field block = peer.get("ipBlock");
    LabelSelectorRules.validate(pods, causes); // NP-11
    LabelSelectorRules.validate(namespaces, causes);
    if (block.written()) {
      block(block, facts, causes);
    }
    boolean selects = pods.written() || namespaces.written();
    if (!selects && !block.written()) {
      // NP-09: an empty selector would count, a null one does not.
      causes
          .required(peer, "must specify a peer")
          .rule(InputRule.NETWORKPOLICY_PEER_INVALID)
          .headline("peer says nothing about who it is")
          .note(NetworkPolicyRules.NOT_ENFORCED)
          .note(
              "give `podSelector`, `namespaceSelector` or `ipBlock`; `podSelector: {}` is every pod"
                  + " of the namespace, `namespaceSelector: {}` every pod");
    } else if (selects && block.written()) {
      causes
          .forbidden(peer, "may not specify both ipBlock and another peer") // NP-10
          .rule(InputRule.NETWORKPOLICY_PEER_INVALID)
          .at(block.location())
          .headline("peer has an `ipBlock` and a selector")
          .note(NetworkPolicyRules.NOT_ENFORCED)
          .note("make two items of it, each with its own `-`: either of them is let through");
    }
  }

  private static void block(Field block, ServerFacts facts, Causes causes) {
    Field cidr = block.get("cidr");
    if (cidr.text().isEmpty()) {
      // NP-12: what is excepted is not looked at then.
      causes
          .required(cidr, "")
          .rule(InputRule.NETWORKPOLICY_PEER_INVALID)
          .headline("`ipBlock` has no `cidr`")
          .note(NetworkPolicyRules.NOT_ENFORCED)
          .note("`cidr: 0.0.0.0/0` is every IPv4 address");
      return;
    }
    range(cidr, facts, causes);
    Optional<Cidr> whole = Cidr.parse(cidr.text());
    if (whole.isEmpty()) {
      return;
    }
    for (Field except : block.items("except")) {
      range(except, facts, causes); // NP-14
      Optional<Cidr> part = Cidr.parse(except.text());
      if (part.isPresent() && !isSmallerPart(cidr, whole.get(), except, part.get())) {
        causes
            .invalid(except, "must be a strict subset of `cidr`") // NP-15
            .rule(InputRule.NETWORKPOLICY_PEER_INVALID)
            .headline("`" + except.text() + "` is no smaller part of `" + cidr.text() + "`")
            .note(NetworkPolicyRules.NOT_ENFORCED);
      }
    }
  }

  /**
   * Of a block written as IPv4-mapped the server compares the length that is written, of 128 bits.
   */
  private static boolean isSmallerPart(Field cidr, Cidr whole, Field except, Cidr part) {
    return whole.contains(part.network())
        && writtenLength(cidr.text()) < writtenLength(except.text());
  }

  /** The number after the slash of a text that is known to be a block. */
  private static int writtenLength(String text) {
    return Integer.parseInt(text.substring(text.indexOf('/') + 1));
  }

  /**
   * NP-13: from 1.36 on strictly; what only became invalid then has one meaning, so it can be
   * mended.
   */
  private static void range(Field field, ServerFacts facts, Causes causes) {
    String text = field.text();
    List<String> errors =
        facts.version().isAtLeast(36) ? Cidr.errors(text) : Cidr.legacyErrors(text);
    for (String error : errors) {
      Cause cause =
          causes
              .invalid(field, error)
              .rule(InputRule.NETWORKPOLICY_PEER_INVALID)
              .headline(headline(text))
              .note(NetworkPolicyRules.NOT_ENFORCED);
      Optional<Cidr> read = Cidr.parse(text);
      Optional<IpAddress> single = IpAddress.parse(text);
      if (read.isPresent()) {
        String canonical = read.get().toString();
        cause.note("servers before 1.36 took it for `" + canonical + "`").replaceValue(canonical);
      } else if (single.isPresent()) {
        String block = single.get() + "/" + single.get().family().bits();
        cause.note("`" + block + "` is this address alone").replaceValue(block);
      }
    }
  }

  private static String headline(String text) {
    if (IpAddress.parse(text).isPresent()) {
      return "`" + text + "` is a single address; a CIDR has a prefix length";
    }
    return "`" + text + "` is not a valid CIDR";
  }
}
