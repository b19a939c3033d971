package dev.hopcheck.value;

import dev.hopcheck.value.SelectorLexer.Kind;
import dev.hopcheck.value.SelectorLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the text of a selector as apimachinery's labels.Parse does, with its messages. */
final class SelectorReader {
  private static final String OPERATORS = "in, notin, =, ==, !=, gt, lt";

  private final List<Token> tokens;
  private int at;

  /** Carries the parser's message out of the descent; never leaves this class. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  SelectorReader(String text) {
    this.tokens = SelectorLexer.tokens(text);
  }

  Parsed<LabelSelector> read() {
    try {
      return Parsed.of(new LabelSelector(Map.of(), requirements()));
    } catch (Unreadable e) {
      return Parsed.failed(String.valueOf(e.getMessage()));
    }
  }

  private List<Requirement> requirements() throws Unreadable {
    List<Requirement> requirements = new ArrayList<>();
    Token first = tokens.get(0);
    if (first.kind() == Kind.END) {
      return requirements;
    }
    if (!startsRequirement(first)) {
      throw found(first, "', expected: !, identifier, or 'end of string'");
    }
    while (true) {
      try {
        requirements.add(requirement());
      } catch (Unreadable e) {
        throw new Unreadable("unable to parse requirement: " + e.getMessage());
      }
      Token next = next();
      if (next.kind() == Kind.END) {
        return requirements;
      }
      if (next.kind() != Kind.COMMA) {
        throw found(next, "', expected: ',' or 'end of string'");
      }
      if (!startsRequirement(peek())) {
        throw found(peek(), "', expected: identifier after ','");
      }
    }
  }

  private static boolean startsRequirement(Token token) {
    return token.isWord() || token.kind() == Kind.NOT;
  }

  private Requirement requirement() throws Unreadable {
    Token first = next();
    boolean negated = first.kind() == Kind.NOT;
    Token key = negated ? next() : first;
    if (!key.isWord()) {
      throw found(key, "', expected: identifier");
    }
    List<String> keyErrors = QualifiedName.errors(key.text());
    if (!keyErrors.isEmpty()) {
      throw invalid("<nil>", key.text(), keyErrors);
    }
    boolean ends = peek().kind() == Kind.END || peek().kind() == Kind.COMMA;
    if (negated) {
      return new Requirement(key.text(), Requirement.Operator.DOES_NOT_EXIST, List.of());
    }
    if (ends) {
      return new Requirement(key.text(), Requirement.Operator.EXISTS, List.of());
    }
    return withValues(key.text(), next());
  }

  private Requirement withValues(String key, Token operator) throws Unreadable {
    switch (operator.kind()) {
      case IN:
        return checked(key, Requirement.Operator.IN, set());
      case NOT_IN:
        return checked(key, Requirement.Operator.NOT_IN, set());
      case EQUALS:
        return checked(key, Requirement.Operator.IN, List.of(exact()));
      case NOT_EQUALS:
        return checked(key, Requirement.Operator.NOT_IN, List.of(exact()));
      case GREATER:
        return checked(key, Requirement.Operator.GT, List.of(exact()));
      case LESS:
        return checked(key, Requirement.Operator.LT, List.of(exact()));
      default:
        throw found(operator, "', expected: " + OPERATORS);
    }
  }

  private String exact() throws Unreadable {
    if (peek().kind() == Kind.END || peek().kind() == Kind.COMMA) {
      return "";
    }
    Token value = next();
    if (!value.isWord()) {
      throw found(value, "', expected: identifier");
    }
    return value.text();
  }

  /** Reads {@code (a,b)}; values left out between commas are empty ones, duplicates fall away. */
  private List<String> set() throws Unreadable {
    Token open = next();
    if (open.kind() != Kind.OPEN) {
      throw found(open, "' expected: '('");
    }
    TreeSet<String> values = new TreeSet<>();
    if (peek().kind() == Kind.CLOSE) {
      next();
      return List.of("");
    }
    if (!peek().isWord() && peek().kind() != Kind.COMMA) {
      throw found(peek(), "', expected: ',', ')' or identifier");
    }
    while (true) {
      Token token = next();
      if (token.isWord()) {
        values.add(token.text());
        if (peek().kind() != Kind.COMMA && peek().kind() != Kind.CLOSE) {
          throw found(peek(), "', expected: ',' or ')'");
        }
      } else if (token.kind() == Kind.COMMA) {
        boolean another = peek().kind() == Kind.COMMA || peek().kind() == Kind.CLOSE;
        if (values.isEmpty() || another) {
          values.add("");
        }
      } else {
        throw found(token, "', expected: ',', or identifier");
      }
      if (peek().kind() == Kind.CLOSE) {
        next();
        return List.copyOf(values);
      }
    }
  }

  private static Requirement checked(String key, Requirement.Operator operator, List<String> values)
      throws Unreadable {
    List<String> errors = new ArrayList<>(0);
    boolean ordered = operator == Requirement.Operator.GT || operator == Requirement.Operator.LT;
    for (int i = 0; ordered && i < values.size(); i++) {
      if (!isWholeNumber(values.get(i))) {
        String text = "for 'Gt', 'Lt' operators, the value must be an integer";
        errors.add(message("values[" + i + "]", values.get(i), List.of(text)));
      }
    }
    for (int i = 0; i < values.size(); i++) {
      List<String> valueErrors = LabelValue.errors(values.get(i));
      if (!valueErrors.isEmpty()) {
        errors.add(message("values[" + i + "][" + key + "]", values.get(i), valueErrors));
      }
    }
    if (errors.isEmpty()) {
      return new Requirement(key, operator, values);
    }
    throw new Unreadable(
        errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]");
  }

  private static boolean isWholeNumber(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Unreadable invalid(String field, String value, List<String> errors) {
    return new Unreadable(message(field, value, errors));
  }

  private static String message(String field, String value, List<String> errors) {
    return field + ": Invalid value: " + GoText.quote(value) + ": " + String.join("; ", errors);
  }

  private static Unreadable found(Token token, String expected) {
    return new Unreadable("found '" + token.text() + expected);
  }

  /** Looks at the next token; the end stays the last however often it is asked for. */
  private Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private Token next() {
    Token token = peek();
    at++;
    return token;
  }
}
