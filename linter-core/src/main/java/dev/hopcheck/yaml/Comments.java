package dev.hopcheck.yaml;

import dev.hopcheck.source.Location;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for comments in the bytes between a document's scalars, so that every reader finds the
 * same.
 */
final class Comments {
  private final YamlDocument document;
  private final SourceFile file;
  private final List<Comment> found = new ArrayList<>();

  private Comments(YamlDocument document) {
    this.document = document;
    this.file = document.file();
  }

  static List<Comment> in(YamlDocument document) {
    Comments comments = new Comments(document);
    int at = document.span().start();
    for (int id = 0; id < document.nodes(); id++) {
      if (!document.isLeaf(id)) {
        continue;
      }
      Span leaf = document.span(id);
      comments.gap(at, leaf.start());
      at = Math.max(at, leaf.end());
      if (document.isBlock(id)) {
        comments.header(leaf);
      }
    }
    comments.gap(at, document.span().end());
    return List.copyOf(comments.found);
  }

  private void gap(int from, int to) {
    int at = from;
    while (at < to) {
      if (file.at(at) == '#' && (at == 0 || file.at(at - 1) >= 0 && file.at(at - 1) <= ' ')) {
        at = comment(at, document.span().end());
      } else {
        at++;
      }
    }
  }

  /** A comment may stand behind the {@code |} of a block. */
  private void header(Span block) {
    for (int i = block.start(); i < block.end() && !isBreak(i); i++) {
      if (file.at(i) == '#') {
        comment(i, block.end());
        return;
      }
    }
  }

  private int comment(int start, int limit) {
    int end = start;
    while (end < limit && !isBreak(end)) {
      end++;
    }
    int before = start;
    while (before > 0 && (file.at(before - 1) == ' ' || file.at(before - 1) == '\t')) {
      before--;
    }
    boolean alone = before == 0 || isBreak(before - 1);
    found.add(new Comment(new Location(file, new Span(start, end)), alone));
    return end;
  }

  private boolean isBreak(int offset) {
    return file.at(offset) == '\n' || file.at(offset) == '\r';
  }
}
