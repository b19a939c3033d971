package dev.hopcheck.yaml;

import dev.hopcheck.finding.Problem;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one document from the events of SnakeYAML Engine, which is the authority on grammar; where
 * Kubernetes' parser is stricter, so is this reader. Nothing here recurses, and budgets are checked
 * before a node is made.
 */
final class ReferenceReader {
  static final String SYNTAX = "yaml-syntax";

  /** With the Engine's default buffer a long token costs quadratic time. */
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setBufferSize(1 << 16).setCodePointLimit(Integer.MAX_VALUE).build();

  private final SourceFile file;
  private final int index;
  private final Span span;
  private final PartScan scan;
  private final YamlLimits limits;
  private final boolean json;
  private final DocumentBuilder builder;
  private final CodePointOffsets offsets;
  private final Map<String, Integer> anchors = new HashMap<>();
  private final AliasBudget budget;
  private final OpenNodes open = new OpenNodes();
  private int[] indents = new int[0];
  private int lastEnd;
  private boolean started;
  private @Nullable Problem problem;

  /**
   * A reader of one document.
   *
   * @param json whether the text is known to be JSON, whose escapes may name surrogates in pairs
   */
  ReferenceReader(
      SourceFile file,
      int index,
      Span span,
      PartScan scan,
      YamlLimits limits,
      boolean json,
      SharedTexts texts) {
    this.file = file;
    this.index = index;
    this.span = span;
    this.scan = scan;
    this.limits = limits;
    this.json = json;
    this.budget = new AliasBudget(limits.expandedNodes());
    this.builder = new DocumentBuilder(file, texts);
    this.offsets = new CodePointOffsets(file.bytes(), span.start());
    this.lastEnd = span.start();
  }

  @Nullable Problem problem() {
    return problem;
  }

  /** The document; null where there is none or a problem. */
  @Nullable YamlDocument read() {
    if (scan.codePoints > limits.documentCodePoints()) {
      String most =
          "document of more than "
              + limits.documentCodePoints()
              + " characters (limit `document-size`)";
      fail("yaml-limit-size", span.start(), most + "; no API server takes it");
      return null;
    }
    try {
      StreamReader text = new StreamReader(SETTINGS, scan.text(file, span));
      ParserImpl parser = new ParserImpl(SETTINGS, text);
      while (problem == null && parser.hasNext()) {
        take(parser.next());
      }
      return problem == null ? checked() : null;
    } catch (MarkedYamlEngineException syntax) {
      Optional<Mark> mark = syntax.getProblemMark();
      int at = mark.isPresent() ? offset(mark) : lastEnd;
      int tab = scan.tabs ? TabCheck.before(file.bytes(), at) : -1;
      fail(SYNTAX, tab < 0 ? at : tab, said(tab < 0 ? syntax.getProblem() : "TAB"));
    } catch (RuntimeException | StackOverflowError foreign) {
      fail(SYNTAX, lastEnd, said("something behind this place cannot be read"));
    }
    return null;
  }

  /** What the Engine takes and Kubernetes' parser does not. */
  private @Nullable YamlDocument checked() {
    if (scan.tabs) {
      int tab = new TabCheck(file.bytes(), span.start(), span.end(), builder, indents).first();
      if (tab >= 0) {
        fail(SYNTAX, tab, SyntaxMessage.of("TAB", scan.template));
        return null;
      }
    }
    if (builder.count() == 0) {
      return null;
    }
    YamlDocument document = builder.build(index, span);
    document.with(DuplicateKeys.in(document));
    KeyCheck.Refusal refusal = KeyCheck.first(document);
    if (refusal != null) {
      fail(SYNTAX, refusal.offset(), SyntaxMessage.hinted(refusal.message(), scan.template));
      return null;
    }
    return document;
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> document(event);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart -> start((CollectionStartEvent) event, true);
      case SequenceStart -> start((CollectionStartEvent) event, false);
      case MappingEnd, SequenceEnd -> end(event);
      default -> {}
    }
  }

  /** Clients read one document between two separator lines and drop what follows silently. */
  private void document(Event event) {
    if (started) {
      fail(
          SYNTAX,
          offset(event.getStartMark()),
          "another document without a line `---` before it; clients ignore it");
    }
    started = true;
  }

  private void scalar(ScalarEvent event) {
    if (full(event)) {
      return;
    }
    int end = offset(event.getEndMark());
    int begin = offset(event.getStartMark());
    String text = event.getValue();
    int start = begin;
    if (event.getTag().isPresent() || event.getAnchor().isPresent()) {
      start = Properties.end(file.bytes(), begin, end);
    }
    int id =
        switch (event.getScalarStyle()) {
          case PLAIN, JSON_SCALAR_STYLE -> builder.plain(start, end, text);
          case SINGLE_QUOTED, DOUBLE_QUOTED -> builder.quoted(start, end, text);
          case LITERAL, FOLDED -> builder.block(start, end = trimmed(start, end), text);
        };
    String refusal = TextCheck.refusal(file, event, start, end, open.isFlow(), json);
    if (refusal != null) {
      fail(SYNTAX, start, refusal);
    }
    String tag = event.getTag().orElse(null);
    if (tag != null) {
      builder.tag(id, tag);
      String misfit = ScalarResolver.refusal(text, tag);
      if (misfit != null) {
        fail(SYNTAX, begin, misfit);
      }
    }
    indent(id);
    anchor(event, id);
    lastEnd = end;
    add();
  }

  /**
   * A block's text ends at its last character; the Engine's mark is where the next token starts.
   */
  private int trimmed(int start, int end) {
    int last = end;
    while (last > start + 1 && file.at(last - 1) >= 0 && file.at(last - 1) <= ' ') {
      last--;
    }
    return last;
  }

  private void alias(AliasEvent event) {
    if (full(event)) {
      return;
    }
    int start = offset(event.getStartMark());
    String name = event.getAlias().getValue();
    Integer target = anchors.get(name);
    if (!Properties.isName(name)) {
      fail(SYNTAX, start, SyntaxMessage.of("expected alphabetic or numeric character", false));
    } else if (target == null) {
      fail(SYNTAX, start, "alias `*" + name + "` has no anchor `&" + name + "` before it");
    } else if (open.holds(target)) {
      fail(SYNTAX, start, "alias `*" + name + "` stands inside its own anchor");
    } else {
      String tooMuch = budget.alias(target);
      if (tooMuch != null) {
        fail("yaml-limit-aliases", start, tooMuch);
      }
      open.reach(budget.height(target));
      if (open.depth() + budget.height(target) > limits.depth()) {
        String levels = " levels (limit `depth`) once aliases are followed";
        fail("yaml-limit-depth", start, "nested deeper than " + limits.depth() + levels);
      }
      lastEnd = offset(event.getEndMark());
      int id = builder.alias(start, lastEnd, target);
      indent(id);
      add();
    }
  }

  private void start(CollectionStartEvent event, boolean mapping) {
    if (full(event)) {
      return;
    }
    int start = offset(event.getStartMark());
    if (open.depth() >= limits.depth()) {
      fail(
          "yaml-limit-depth",
          start,
          "nested deeper than " + limits.depth() + " levels (limit `depth`)");
      return;
    }
    if (event.getTag().isPresent() || event.getAnchor().isPresent()) {
      start = Properties.end(file.bytes(), start, span.end());
    }
    int id = builder.open(mapping, start);
    event.getTag().ifPresent(tag -> builder.tag(id, tag));
    anchor(event, id);
    add();
    int indent = event.isFlow() ? open.indent() : file.position(start).column();
    long mark = event.getAnchor().isPresent() ? budget.mark() : -1;
    open.push(id, indent, event.isFlow(), mark);
    lastEnd = event.isFlow() ? start + 1 : start;
  }

  private void end(Event event) {
    int end = open.isFlow() ? offset(event.getEndMark()) : lastEnd;
    int id = open.id();
    lastEnd = end;
    if (open.mark() >= 0) {
      budget.anchored(id, 1 + budget.mark() - open.mark(), open.height());
    }
    builder.close(id, end);
    open.pop();
  }

  private void anchor(NodeEvent event, int id) {
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isEmpty()) {
      return;
    }
    String name = anchor.get().getValue();
    if (!Properties.isName(name)) {
      String message = SyntaxMessage.of("expected alphabetic or numeric character", false);
      fail(SYNTAX, offset(event.getStartMark()), message);
    }
    anchors.put(name, id);
  }

  private boolean full(Event event) {
    if (builder.count() >= limits.nodes()) {
      String most = "more than " + limits.nodes() + " nodes (limit `nodes`); split the document";
      fail("yaml-limit-nodes", offset(event.getStartMark()), most);
      return true;
    }
    return false;
  }

  private void indent(int id) {
    if (!scan.tabs) {
      return;
    }
    if (id >= indents.length) {
      indents = Arrays.copyOf(indents, Math.max(64, id * 2));
    }
    indents[id] = open.indent();
  }

  private void add() {
    budget.node();
  }

  private int offset(Optional<Mark> mark) {
    return mark.isPresent() ? offsets.offset(mark.get().getIndex()) : lastEnd;
  }

  private String said(@Nullable String engineProblem) {
    return SyntaxMessage.of(engineProblem == null ? "" : engineProblem, scan.template);
  }

  private void fail(String id, int offset, String message) {
    if (problem == null) {
      problem = new Problem(id, file.name(), file.position(offset), index, message);
    }
  }
}
