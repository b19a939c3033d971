package dev.hopcheck.query;

import dev.hopcheck.source.Position;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Parses one line; the one place that knows the parser generator. The first error ends it. */
final class LineParser {
  private final Words words = new Words();
  private final int line;
  private final FlowsParser parser;
  private final CommonTokenStream tokens;
  private @Nullable String namespace;

  LineParser(String text, int line) {
    this.line = line;
    FlowsLexer lexer = new FlowsLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    tokens = new CommonTokenStream(lexer);
    parser = new FlowsParser(tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              @Nullable Object symbol,
              int ignored,
              int column,
              String message,
              @Nullable RecognitionException cause) {
            words.wrong(new Position(line, column + 1), message);
          }
        });
    parser.setErrorHandler(new FirstErrorEnds());
  }

  /** What is wrong with the line; null where nothing is. */
  @Nullable QueryError error() {
    return words.error();
  }

  /** The namespace that the line names for those below it; null where it does not. */
  @Nullable String namespace() {
    return namespace;
  }

  /** The expectation; null where there is none, or an error. */
  Expectation.@Nullable Stated statement(@Nullable String namespace) {
    FlowsParser.StatementContext found;
    if (tokens.LA(1) == Token.EOF) {
      return null;
    }
    try {
      found = parser.line().statement();
    } catch (ParseCancellationException wrong) {
      return null;
    }
    Expectation expectation = expectation(found);
    return expectation == null || error() != null
        ? null
        : new Expectation.Stated(expectation, at(found.getStart()), text(found), namespace);
  }

  /** A WHO that stands by itself; null where there is an error. */
  @Nullable Who who(boolean namespaces) {
    try {
      Who who = who(parser.whoAlone().who(), namespaces);
      return error() == null ? who : null;
    } catch (ParseCancellationException wrong) {
      return null;
    }
  }

  private @Nullable Expectation expectation(FlowsParser.StatementContext context) {
    if (context instanceof FlowsParser.FlowContext flow) {
      Who from = who(flow.who(), false);
      String protocol =
          flow.protocol == null
              ? ""
              : words.protocol(word(flow.protocol), at(flow.protocol.getStart()));
      FlowTarget to = words.target(word(flow.target), protocol, from, at(flow.target.getStart()));
      Outcome outcome = outcome(flow.outcome());
      return to == null ? null : new Expectation.Flows(from, to, outcome);
    }
    if (context instanceof FlowsParser.LookupContext lookup) {
      return new Expectation.Lookup(
          word(lookup.name), who(lookup.who(), true), answer(lookup.answer()));
    }
    if (context instanceof FlowsParser.ServiceContext service) {
      return claim(word(service.name), wordOrNull(service.namespace), service.claim());
    }
    if (context instanceof FlowsParser.EveryServiceContext every) {
      return new Expectation.AllHaveEndpoints(wordOrNull(every.namespace));
    }
    namespace = word(((FlowsParser.InNamespaceContext) context).namespace);
    return null;
  }

  private Expectation claim(String service, @Nullable String in, FlowsParser.ClaimContext context) {
    FlowsParser.SelectionContext selection = context.selection();
    if (selection != null) {
      boolean exactly = selection.EXACTLY() != null || selection.NOTHING() != null;
      return new Expectation.Selects(service, in, exactly, all(selection.who()));
    }
    Integer count =
        context.count == null
            ? null
            : words.count(word(context.count), at(context.count.getStart()));
    return new Expectation.HasEndpoints(service, in, count);
  }

  private Outcome outcome(FlowsParser.OutcomeContext context) {
    if (context.SUCCEEDS() != null) {
      return new Outcome.Succeeds();
    }
    if (context.LEAVES() != null) {
      return new Outcome.LeavesTheCluster();
    }
    if (context.REACHES() != null) {
      return new Outcome.Reaches(
          all(context.who()),
          context.port == null
              ? null
              : words.port(word(context.port), at(context.port.getStart())));
    }
    return new Outcome.Fails(
        context.cause == null
            ? null
            : words.cause(word(context.cause), at(context.cause.getStart())));
  }

  private Answer answer(FlowsParser.AnswerContext context) {
    if (context.PODS() != null) {
      return new Answer.PodsOf(who(context.who(), false));
    }
    String word = word(context.word());
    Position at = at(context.word().getStart());
    if (context.ALIAS() != null) {
      return new Answer.AliasOf(word);
    }
    return context.ADDRESSES() != null ? words.addresses(word, at) : words.answer(word, at);
  }

  private List<Who> all(List<FlowsParser.WhoContext> contexts) {
    List<Who> all = new ArrayList<>(contexts.size());
    for (FlowsParser.WhoContext context : contexts) {
      all.add(who(context, false));
    }
    return all;
  }

  private Who who(FlowsParser.WhoContext context, boolean namespaces) {
    String text = text(context);
    Position at = at(context.getStart());
    if (context.OUTSIDE() != null) {
      return new Who.Outside(wordOrNull(context.node), text, at);
    }
    if (context.NODE() != null) {
      return new Who.OnNode(word(context.node), text, at);
    }
    String in = wordOrNull(context.namespace);
    return context.LABELS() != null
        ? new Who.WithLabels(
            words.selector(word(context.selector), at(context.selector.getStart())), in, text, at)
        : words.reference(word(context.reference), in, text, at, namespaces);
  }

  private Position at(Token token) {
    return new Position(line, token.getCharPositionInLine() + 1);
  }

  private static @Nullable String wordOrNull(FlowsParser.@Nullable WordContext context) {
    return context == null ? null : word(context);
  }

  private static String word(FlowsParser.WordContext context) {
    String text = context.getText();
    return context.STRING() == null ? text : text.substring(1, text.length() - 1);
  }

  /** The words with one blank between them, none before a comma. */
  private String text(ParserRuleContext context) {
    StringBuilder text = new StringBuilder();
    for (int i = context.getStart().getTokenIndex(); i <= context.getStop().getTokenIndex(); i++) {
      Token token = tokens.get(i);
      boolean apart = text.length() > 0 && token.getType() != FlowsLexer.COMMA;
      text.append(apart ? " " : "").append(token.getText());
    }
    return text.toString();
  }

  /** Reports the first error in words of the language, and gives up. */
  private static final class FirstErrorEnds extends DefaultErrorStrategy {
    @Override
    public void recover(Parser recognizer, RecognitionException error) {
      throw new ParseCancellationException(error);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      InputMismatchException error = new InputMismatchException(recognizer);
      report(recognizer, recognizer.getCurrentToken(), error);
      throw new ParseCancellationException(error);
    }

    /** Before something optional, so that it is named among what was expected. */
    @Override
    public void sync(Parser recognizer) {
      if (!recognizer.getExpectedTokens().contains(recognizer.getInputStream().LA(1))) {
        throw new InputMismatchException(recognizer);
      }
    }

    @Override
    protected void reportInputMismatch(Parser recognizer, InputMismatchException error) {
      report(recognizer, error.getOffendingToken(), error);
    }

    @Override
    protected void reportNoViableAlternative(Parser recognizer, NoViableAltException error) {
      report(recognizer, error.getOffendingToken(), error);
    }

    private static void report(Parser parser, Token found, RecognitionException error) {
      parser.notifyErrorListeners(found, Expected.at(((FlowsParser) parser), found, error), error);
    }
  }

  /** What the language allows at a place. */
  private static final class Expected {
    static String at(FlowsParser parser, Token found, RecognitionException error) {
      IntervalSet possible = error.getExpectedTokens();
      if (possible == null) {
        possible = parser.getExpectedTokens();
      }
      List<String> parts = new ArrayList<>();
      List<String> keywords = new ArrayList<>();
      boolean anyWord = possible.contains(FlowsParser.WORD);
      for (int type : possible.toList()) {
        String literal = literal(type);
        boolean named = literal != null && (!anyWord || type == FlowsParser.LABELS);
        if (named && literal != null) {
          keywords.add(literal);
          parts.add("`" + literal + "`");
        }
      }
      if (anyWord) {
        parts.add(0, described(parser));
      }
      if (possible.contains(Token.EOF)) {
        parts.add("the end of the line");
      }
      String text = Words.shown(found.getText());
      return "expected "
          + Words.joined(parts, "or")
          + ", but "
          + (found.getType() == Token.EOF ? "the line ends here" : "found `" + text + "`")
          + Words.meant(found.getText(), keywords);
    }

    private static @Nullable String literal(int type) {
      return switch (type) {
        case FlowsParser.ADDRESSES -> "addresses";
        case FlowsParser.ENDPOINTS -> "endpoints";
        default -> {
          String quoted = FlowsParser.VOCABULARY.getLiteralName(type);
          if (quoted == null) {
            yield null;
          }
          yield quoted.substring(1, quoted.length() - 1);
        }
      };
    }

    /** What a free word means in the rule that is being read. */
    private static String described(FlowsParser parser) {
      ParserRuleContext context = parser.getContext();
      for (ParserRuleContext at = context; at != null; at = at.getParent()) {
        switch (at.getRuleIndex()) {
          case FlowsParser.RULE_word -> {
            continue;
          }
          case FlowsParser.RULE_who, FlowsParser.RULE_whoAlone -> {
            return "somebody such as `deployment/NAME`, `NAMESPACE/POD` or `outside`";
          }
          case FlowsParser.RULE_answer -> {
            return "an answer such as `clusterip` or `NXDOMAIN`";
          }
          case FlowsParser.RULE_selection -> {
            return "`nothing`, `exactly`, `at least` or somebody such as `deployment/NAME`";
          }
          case FlowsParser.RULE_outcome -> {
            return "a word";
          }
          default -> {
            return "a name";
          }
        }
      }
      return "a name";
    }
  }
}
