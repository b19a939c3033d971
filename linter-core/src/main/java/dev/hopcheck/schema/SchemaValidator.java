package dev.hopcheck.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.resource.SchemaLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one class that knows the JSON Schema library. Nothing is fetched: no loader has any resource,
 * and the schema holds pointers into itself only.
 */
final class SchemaValidator {
  private final JsonNode plain;
  private final SchemaLimits limits;
  private final LinearPattern patterns;
  private final Schema schema;

  /** Serves one object at a time. */
  SchemaValidator(JsonNode plain, SchemaLimits limits) {
    this.plain = plain;
    this.limits = limits;
    patterns = new LinearPattern(limits);
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .regularExpressionFactory(patterns)
            .formatAssertionsEnabled(false)
            .locale(Locale.ROOT)
            .build();
    SchemaLoader nothing = new SchemaLoader(List.of(), List.of(), iri -> false, iri -> true);
    schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                registry -> registry.schemaRegistryConfig(config).schemaLoader(nothing))
            .getSchema(plain);
  }

  /**
   * What an object breaks of the schema, in the order of the schema.
   *
   * @param exceeded why it was not judged, as it would cost too much; null where it was
   */
  record Judgement(List<Violation> violations, @Nullable String exceeded) {}

  Judgement validate(JsonNode instance) {
    if (!SchemaCost.isBearable(plain, instance, limits.work())) {
      return new Judgement(
          List.of(), "more than " + limits.work() + " steps (limit `schema-work`)");
    }
    patterns.restart();
    try {
      return new Judgement(violations(instance), null);
    } catch (LinearPattern.TooMuchWork tooMuch) {
      return new Judgement(
          List.of(),
          "more than " + limits.patternWork() + " steps of its patterns (limit `pattern-work`)");
    }
  }

  private List<Violation> violations(JsonNode instance) {
    Map<String, Violation> violations = new LinkedHashMap<>();
    Set<List<Object>> mistyped = new HashSet<>();
    for (Error error : schema.validate(instance)) {
      Violation violation = violation(error);
      violations.putIfAbsent(violation.toString(), violation);
      if (violation.keyword().equals("type")) {
        mistyped.add(violation.path());
      }
    }
    List<Violation> kept = new ArrayList<>(violations.size());
    for (Violation violation : violations.values()) {
      // A value of the wrong type breaks much else, and that only follows.
      if (violation.keyword().equals("type") || !mistyped.contains(violation.path())) {
        kept.add(violation);
      }
    }
    return kept;
  }

  /** All that goes wrong within alternatives is one violation: none of them fits. */
  private static Violation violation(Error error) {
    NodePath evaluation = error.getEvaluationPath();
    for (int i = 0; i < evaluation.getNameCount(); i++) {
      String step = String.valueOf(evaluation.getElement(i));
      boolean keyword = i == 0 || !isNameHolder(String.valueOf(evaluation.getElement(i - 1)));
      if (keyword
          && (step.equals("anyOf") || step.equals("oneOf"))
          && i + 1 < evaluation.getNameCount()) {
        return new Violation(path(error, instanceDepth(evaluation, i)), step, "");
      }
    }
    int all = error.getInstanceLocation().getNameCount();
    return new Violation(path(error, all), error.getKeyword(), detail(error));
  }

  private static boolean isNameHolder(String step) {
    return step.equals("properties")
        || step.equals("patternProperties")
        || step.equals("definitions");
  }

  /** How many steps of the instance the evaluation has taken before a keyword. */
  private static int instanceDepth(NodePath evaluation, int end) {
    int depth = 0;
    int i = 0;
    while (i < end) {
      switch (String.valueOf(evaluation.getElement(i))) {
        case "properties", "patternProperties" -> {
          depth++;
          i++;
        }
        case "items", "additionalProperties", "additionalItems" -> depth++;
        case "allOf", "anyOf", "oneOf" -> i++;
        default -> {
          // References and the like stay on the value.
        }
      }
      i++;
    }
    return depth;
  }

  private static List<Object> path(Error error, int depth) {
    NodePath location = error.getInstanceLocation();
    List<Object> path = new ArrayList<>();
    for (int i = 0; i < Math.min(depth, location.getNameCount()); i++) {
      path.add(location.getElement(i));
    }
    return path;
  }

  private static String detail(Error error) {
    String property = error.getProperty();
    if (property != null) {
      return property;
    }
    Object[] arguments = error.getArguments();
    if (arguments == null || arguments.length == 0) {
      return "";
    }
    Object last =
        error.getKeyword().equals("type") && arguments.length > 1 ? arguments[1] : arguments[0];
    return String.valueOf(last);
  }
}
