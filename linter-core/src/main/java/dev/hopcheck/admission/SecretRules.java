package dev.hopcheck.admission;

import dev.hopcheck.admission.ObjectMetaRules.Scope;
import dev.hopcheck.value.ConfigMapKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server checks of a Secret (v1). What stands in {@code stringData} is moved to {@code
 * data} first, over what is there, and blamed there.
 */
final class SecretRules implements Validator {
  private static final String SERVICE_ACCOUNT = "kubernetes.io/service-account.name";

  @Override
  public void validate(ApiObject object, ServerFacts facts, Causes causes) {
    ObjectMetaRules.validate(object, NameGrammar.SUBDOMAIN, Scope.NAMESPACED, causes);
    Field root = object.root();
    Map<String, Entry> data = new LinkedHashMap<>();
    for (Field entry : root.entries("data")) {
      data.put(entry.name(), new Entry(entry, true));
    }
    for (Field entry : root.entries("stringData")) {
      data.put(entry.name(), new Entry(entry, false));
    }
    keys(root, data.values(), causes);
    type(root, data, causes);
  }

  /** One value, and whether it is written in base64. */
  private record Entry(Field field, boolean encoded) {
    int size() {
      return encoded ? DataSize.ofBase64(field.text()) : DataSize.ofText(field.text());
    }

    /** The value as text; null where it cannot be decoded, which is said elsewhere. */
    @Nullable String text() {
      if (!encoded) {
        return field.text();
      }
      try {
        byte[] bytes = Base64.getDecoder().decode(field.text().replace("\n", "").replace("\r", ""));
        return new String(bytes, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException noBase64) {
        return null;
      }
    }
  }

  private static void keys(Field root, Iterable<Entry> entries, Causes causes) {
    long size = 0;
    for (Entry entry : entries) {
      Field field = entry.field();
      for (String error : ConfigMapKey.errors(field.name())) {
        causes
            .invalid(field, field.name(), error)
            .path(dataPath(field.name()))
            .at(field.keyLocation());
      }
      size += entry.size();
    }
    if (size > DataSize.LIMIT) {
      causes.tooLong(root.get("data"), DataSize.LIMIT).headline("Secret holds more than 1 MiB");
    }
  }

  /** The types that Kubernetes itself reads need their keys; any other type may hold anything. */
  private static void type(Field root, Map<String, Entry> data, Causes causes) {
    switch (root.text("type")) {
      case "kubernetes.io/service-account-token" -> serviceAccountToken(root, causes);
      case "kubernetes.io/dockercfg" -> json(root, data, ".dockercfg", causes);
      case "kubernetes.io/dockerconfigjson" -> json(root, data, ".dockerconfigjson", causes);
      case "kubernetes.io/basic-auth" -> {
        if (!data.containsKey("username") && !data.containsKey("password")) {
          Cause first =
              missing(root, "username", causes)
                  .headline(
                      "Secret of type `kubernetes.io/basic-auth` has neither `username` nor `password`");
          missing(root, "password", causes).follows(first);
        }
      }
      case "kubernetes.io/ssh-auth" -> {
        Entry key = data.get("ssh-privatekey");
        if (key == null || key.size() == 0) {
          missing(root, "ssh-privatekey", causes);
        }
      }
      case "kubernetes.io/tls" -> {
        if (!data.containsKey("tls.crt")) {
          missing(root, "tls.crt", causes);
        }
        if (!data.containsKey("tls.key")) {
          missing(root, "tls.key", causes);
        }
      }
      default -> {
        // Opaque, bootstrap tokens and types of others
      }
    }
  }

  /** A controller fills such a Secret and must know for whom. */
  private static void serviceAccountToken(Field root, Causes causes) {
    Field annotations = root.get("metadata", "annotations");
    if (annotations.text(SERVICE_ACCOUNT).isEmpty()) {
      causes
          .required(annotations, "")
          .path("metadata.annotations[" + SERVICE_ACCOUNT + "]")
          .headline("token Secret does not name its ServiceAccount")
          .note("give the annotation `" + SERVICE_ACCOUNT + "`");
    }
  }

  /** The kubelet reads the value as JSON when it pulls images. */
  private static void json(Field root, Map<String, Entry> data, String key, Causes causes) {
    Entry entry = data.get(key);
    if (entry == null) {
      missing(root, key, causes);
      return;
    }
    String text = entry.text();
    String error = text == null ? null : JsonObjectCheck.error(text);
    if (error != null) {
      causes
          .invalid(entry.field(), "<secret contents redacted>", error)
          .path(dataPath(key))
          .headline("value of `" + key + "` is no JSON object");
    }
  }

  /** Points at what data there is, else at the type that asks for the key. */
  private static Cause missing(Field root, String key, Causes causes) {
    Field data = root.get("data");
    Field texts = root.get("stringData");
    Field near = data.written() ? data : texts.written() ? texts : root.get("type");
    return causes
        .required(data, "")
        .path(dataPath(key))
        .at(near.location())
        .headline("Secret of type `" + root.text("type") + "` has no key `" + key + "`");
  }

  private static String dataPath(String key) {
    return "data[" + key + "]";
  }
}
