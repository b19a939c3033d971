package dev.hopcheck.engine;

import dev.hopcheck.finding.Edit;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Shows the edits of one file as a unified diff with three lines around them. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** Lines that change together, from {@code first} to {@code last}, and the edits within. */
  private record Block(int first, int last, List<Edit> edits) {}

  private final SourceFile file;
  private final List<Block> blocks = new ArrayList<>();

  UnifiedDiff(SourceFile file, List<Edit> edits) {
    this.file = file;
    for (Edit edit : MendedFile.sorted(edits)) {
      add(edit);
    }
  }

  private void add(Edit edit) {
    int first = Math.min(edit.at().start().line(), file.lines());
    int last = Math.min(edit.at().end().line(), file.lines());
    Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (before != null && first <= before.last() + 1) {
      before.edits().add(edit);
      blocks.set(
          blocks.size() - 1,
          new Block(before.first(), Math.max(last, before.last()), before.edits()));
    } else {
      List<Edit> own = new ArrayList<>();
      own.add(edit);
      blocks.add(new Block(first, last, own));
    }
  }

  void write(StringBuilder out) {
    out.append("--- ").append(file.name()).append('\n');
    out.append("+++ ").append(file.name()).append('\n');
    int moved = 0;
    int at = 0;
    while (at < blocks.size()) {
      int end = at + 1;
      while (end < blocks.size()
          && blocks.get(end).first() - blocks.get(end - 1).last() <= 2 * CONTEXT) {
        end++;
      }
      moved = hunk(blocks.subList(at, end), moved, out);
      at = end;
    }
  }

  private int hunk(List<Block> together, int moved, StringBuilder out) {
    int first = Math.max(1, together.get(0).first() - CONTEXT);
    int last = Math.min(file.lines(), together.get(together.size() - 1).last() + CONTEXT);
    StringBuilder body = new StringBuilder();
    int line = first;
    int added = 0;
    for (Block block : together) {
      line = copy(' ', line, block.first() - 1, body);
      copy('-', block.first(), block.last(), body);
      List<String> after = after(block);
      for (String text : after) {
        String shown = file.shown(text, block.first(), block.last());
        body.append('+').append(shown).append('\n');
      }
      added += after.size() - (block.last() - block.first() + 1);
      line = block.last() + 1;
    }
    copy(' ', line, last, body);
    int count = last - first + 1;
    out.append("@@ -").append(first).append(',').append(count);
    out.append(" +").append(first + moved).append(',').append(count + added).append(" @@\n");
    out.append(body);
    return moved + added;
  }

  private int copy(char sign, int from, int to, StringBuilder out) {
    for (int line = from; line <= to; line++) {
      out.append(sign).append(file.shown(line)).append('\n');
    }
    return to + 1;
  }

  /** The lines of a block with its edits carried out. */
  private List<String> after(Block block) {
    int start = file.lineStart(block.first());
    int end = block.last() < file.lines() ? file.lineStart(block.last() + 1) : file.length();
    StringBuilder text = new StringBuilder();
    int from = start;
    for (Edit edit : block.edits()) {
      Span span = edit.at().span();
      text.append(file.text(from, span.start())).append(edit.replacement());
      from = span.end();
    }
    text.append(file.text(from, Math.max(from, end)));
    List<String> lines = new ArrayList<>();
    text.toString().lines().forEach(lines::add);
    return lines;
  }
}
