package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.ConfigMapKey;
import java.util.List;

/** What the server checks of a ConfigMap (v1). */
final class ConfigMapRules implements Validator {
  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Field binary = object.root().get("binaryData");
    List<Field> texts = object.root().entries("data");
    boolean small = DataSize.isSurelyWithin(DataSize.LIMIT, texts);
    long size = 0;
    for (Field entry : texts) {
      key(entry, causes);
      if (binary.written() && binary.memberNames().contains(entry.name())) {
        causes
            .invalid(entry, entry.name(), "duplicate of key present in binaryData")
            .headline("key `" + entry.name() + "` stands in `data` and in `binaryData`");
      }
      size += small ? 0 : DataSize.ofText(entry.text());
    }
    for (Field entry : binary.entries()) {
      key(entry, causes);
      size += DataSize.ofBase64(entry.text());
    }
    if (size > DataSize.LIMIT) {
      // The server names no field: the whole is too large.
      causes.tooLong(object.root(), DataSize.LIMIT).headline("ConfigMap holds more than 1 MiB");
    }
  }

  /** A key becomes the name of a file or of a variable. */
  static void key(Field entry, Causes causes) {
    for (String error : ConfigMapKey.errors(entry.name())) {
      causes.invalid(entry, entry.name(), error).at(entry.keyLocation());
    }
  }
}
