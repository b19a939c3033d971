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
import org.snakeyaml.engine.v2.common.ScalarStyle;
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
 * Reads one document from the events of SnakeYAML Engine, which is the authority on grammar.
 * Nothing here recurses; budgets are checked before a node is made.
 */
final class ReferenceReader {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setBufferSize(1 << 16).setCodePointLimit(Integer.MAX_VALUE).build();

  private final SourceFile file;
  private final int index;
  private final Span span;
  private final YamlLimits limits;
  private final YamlDocument.Builder builder;
  private final CodePointOffsets offsets;
  private final Map<String, Integer> anchors = new HashMap<>();
  private int[] open = new int[32];
  private int[] from = new int[32];
  private int depth;
  private int[] pending = new int[64];
  private int pendingCount;
  private int lastEnd;
  private @Nullable Problem problem;

  ReferenceReader(SourceFile file, int index, Span span, YamlLimits limits) {
    this.file = file;
    this.index = index;
    this.span = span;
    this.limits = limits;
    this.builder = new YamlDocument.Builder(file, index, span);
    this.offsets = new CodePointOffsets(file.bytes(), span.start());
  }

  @Nullable Problem problem() {
    return problem;
  }

  /** The document; null where there is none or a problem. */
  @Nullable YamlDocument read() {
    try {
      ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, file.text(span)));
      while (problem == null && parser.hasNext()) {
        take(parser.next());
      }
      return problem != null || builder.count() == 0 ? null : builder.build();
    } catch (MarkedYamlEngineException syntax) {
      Optional<Mark> mark = syntax.getProblemMark();
      int at = mark.isPresent() ? offsets.offset(mark.get().getIndex()) : span.start();
      fail("yaml-syntax", at, String.valueOf(syntax.getProblem()));
    } catch (RuntimeException | StackOverflowError foreign) {
      fail("yaml-syntax", span.start(), String.valueOf(foreign.getMessage()));
    }
    return null;
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart -> start((CollectionStartEvent) event, true);
      case SequenceStart -> start((CollectionStartEvent) event, false);
      case MappingEnd, SequenceEnd -> end(event);
      default -> {}
    }
  }

  private void scalar(ScalarEvent event) {
    int start = start(event);
    int end = end(event.getEndMark());
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    int id = builder.scalar(start, end, event.getValue(), plain);
    event.getTag().ifPresent(tag -> builder.tag(id, tag));
    anchor(event, id);
    lastEnd = end;
    add(id);
  }

  private void alias(AliasEvent event) {
    int start = start(event);
    Integer target = anchors.get(event.getAlias().getValue());
    if (target == null) {
      fail("yaml-syntax", start, "alias without anchor");
      return;
    }
    lastEnd = end(event.getEndMark());
    add(builder.alias(start, lastEnd, target));
  }

  private void start(CollectionStartEvent event, boolean mapping) {
    if (depth >= limits.depth()) {
      fail("yaml-limit-depth", start(event), "nested deeper than " + limits.depth());
      return;
    }
    int id = builder.open(mapping, start(event));
    event.getTag().ifPresent(tag -> builder.tag(id, tag));
    anchor(event, id);
    add(id);
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      from = Arrays.copyOf(from, depth * 2);
    }
    open[depth] = id;
    from[depth++] = pendingCount;
  }

  private void end(Event event) {
    depth--;
    int end = end(event.getEndMark());
    if (end <= lastEnd || file.at(end - 1) != '}' && file.at(end - 1) != ']') {
      end = lastEnd;
    }
    lastEnd = end;
    builder.close(open[depth], end, pending, from[depth], pendingCount);
    pendingCount = from[depth];
  }

  private void anchor(NodeEvent event, int id) {
    Optional<Anchor> anchor = event.getAnchor();
    anchor.ifPresent(name -> anchors.put(name.getValue(), id));
  }

  private void add(int id) {
    if (depth == 0) {
      return;
    }
    if (pendingCount == pending.length) {
      pending = Arrays.copyOf(pending, pendingCount * 2);
    }
    pending[pendingCount++] = id;
  }

  private int start(Event event) {
    return offset(event.getStartMark());
  }

  private int end(Optional<Mark> mark) {
    return offset(mark);
  }

  private int offset(Optional<Mark> mark) {
    return mark.isPresent() ? offsets.offset(mark.get().getIndex()) : lastEnd;
  }

  private void fail(String id, int offset, String message) {
    problem = new Problem(id, file.name(), file.position(offset), index, message);
  }
}
