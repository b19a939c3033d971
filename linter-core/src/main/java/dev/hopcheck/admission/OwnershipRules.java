package dev.hopcheck.admission;

import dev.hopcheck.value.QualifiedName;

/** Owner references, finalizers and managed fields (META-11 to META-16). */
final class OwnershipRules {
  private static final int MAX_MANAGER = 128;
  private static final int MAX_SUBRESOURCE = 256;

  private OwnershipRules() {}

  /** META-14, META-15: paths have no index. */
  static void owners(Field list, Causes causes) {
    String firstController = null;
    for (Field owner : list.items()) {
      owner(list, owner, causes);
      if (!owner.flag("controller")) {
        continue;
      }
      String name = owner.text("kind") + "/" + owner.text("name");
      if (firstController == null) {
        firstController = name;
        continue;
      }
      causes
          .invalidBare(
              list,
              JsonText.of(list),
              "Only one reference can have Controller set to true. Found \"true\" in references for "
                  + firstController
                  + " and "
                  + name)
          .at(owner.get("controller").location());
    }
  }

  private static void owner(Field list, Field owner, Causes causes) {
    String apiVersion = owner.text("apiVersion");
    if (versionOf(apiVersion).isEmpty()) {
      emptyPart(list, owner.get("apiVersion"), "version must not be empty", causes);
    }
    for (String part : new String[] {"kind", "name", "uid"}) {
      if (owner.text(part).isEmpty()) {
        emptyPart(list, owner.get(part), "must not be empty", causes);
      }
    }
    boolean event = owner.text("kind").equals("Event");
    if (event && (apiVersion.equals("v1") || apiVersion.equals("/v1"))) {
      causes
          .invalidBare(
              list, JsonText.of(owner), "/v1, Kind=Event is disallowed from being an owner")
          .at(owner.get("kind").location());
    }
  }

  private static void emptyPart(Field list, Field part, String detail, Causes causes) {
    causes.invalid(part, part.text(), detail).path(list.path() + "." + part.name());
  }

  /** The version of {@code group/version}; empty where the text is neither that nor a version. */
  private static String versionOf(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    if (slash < 0) {
      return apiVersion;
    }
    return apiVersion.indexOf('/', slash + 1) >= 0 ? "" : apiVersion.substring(slash + 1);
  }

  /** META-11 and META-13: the path has no index. */
  static void finalizers(Field list, Causes causes) {
    boolean orphan = false;
    boolean foreground = false;
    for (Field item : list.items()) {
      for (String error : QualifiedName.errors(item.text())) {
        causes.invalid(item, error).path(list.path());
      }
      orphan |= item.text().equals("orphan");
      foreground |= item.text().equals("foregroundDeletion");
    }
    if (orphan && foreground) {
      causes.invalidBare(
          list, JsonText.of(list), "finalizer orphan and foregroundDeletion cannot be both set");
    }
  }

  /** META-12: the path has an index. */
  static void standardFinalizers(Field list, Causes causes) {
    for (Field item : list.items()) {
      standardName(item, item.path(), causes);
    }
  }

  /** META-12: a name without a domain must be one of the server's own. */
  static void standardName(Field item, String path, Causes causes) {
    String name = item.text();
    boolean standard =
        name.equals("kubernetes") || name.equals("orphan") || name.equals("foregroundDeletion");
    if (name.indexOf('/') < 0 && !standard) {
      causes
          .invalid(item, "name is neither a standard finalizer name nor is it fully qualified")
          .path(path);
    }
  }

  /**
   * META-16. Before it validates, the server drops all entries where one of them cannot be read, so
   * only whole ones are looked at.
   */
  static void managers(Field list, Causes causes) {
    for (Field entry : list.items()) {
      boolean readable = entry.text("fieldsType").equals("FieldsV1") && entry.size("fieldsV1") > 0;
      if (!readable) {
        return;
      }
    }
    for (Field entry : list.items()) {
      Field operation = entry.get("operation");
      if (!operation.text().equals("Apply") && !operation.text().equals("Update")) {
        causes.invalid(operation, "must be `Apply` or `Update`");
      }
      if (entry.text("manager").length() > MAX_MANAGER) {
        causes.tooLong(entry.get("manager"), MAX_MANAGER);
      }
      if (entry.text("subresource").length() > MAX_SUBRESOURCE) {
        causes.tooLong(entry.get("subresource"), MAX_SUBRESOURCE);
      }
    }
  }
}
