package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.rule.Suppression;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading one file brought to light; filled by one thread, then only read. */
final class FileReading {
  private final String name;
  private final boolean explicit;
  private final ArrayList<Checked> objects = new ArrayList<>(4);
  private final List<Finding> findings = new ArrayList<>(4);
  private final List<Problem> problems = new ArrayList<>(0);
  private final List<Suppression> suppressions = new ArrayList<>(0);
  private @Nullable SourceFile file;
  private @Nullable String skipped;
  private int documents;
  private int failedDocuments;
  private int checked;
  private int passedOver;
  private int broken;
  private boolean done;

  /** A file by the name shown; {@code explicit} tells that the user named the file itself. */
  FileReading(String name, boolean explicit) {
    this.name = name;
    this.explicit = explicit;
  }

  /** The file could be opened. */
  void opened(SourceFile text) {
    file = text;
  }

  /** The file holds nothing to check. */
  void skip(String reason) {
    skipped = reason;
  }

  /** So many documents could be read, and so many not; what became of the former was told. */
  void documents(int read, int failed) {
    documents = read;
    failedDocuments = failed;
    done = true;
  }

  /** A document was checked, or passed over since it holds no Kubernetes object. */
  void went(boolean holdsObjects) {
    if (holdsObjects) {
      checked++;
    } else {
      passedOver++;
    }
  }

  /** A document was read but could not be checked. */
  void failed(Problem problem) {
    problems.add(problem);
    broken++;
  }

  /** Whether each document is accounted for: checked, passed over, or a problem. */
  boolean balances() {
    return documents == checked + passedOver + broken
        && failedDocuments + broken <= problems.size();
  }

  /** Adds the objects of a share of the file, and what is a problem about them. */
  void add(FileReading share) {
    objects.addAll(share.objects);
    findings.addAll(share.findings);
    problems.addAll(share.problems);
    checked += share.checked;
    passedOver += share.passedOver;
    broken += share.broken;
  }

  /** Lets the text and the objects go, which are checked. */
  void release() {
    file = null;
    objects.clear();
    objects.trimToSize();
  }

  /** Nothing of the file could be read. */
  void fail(Unreadable unreadable) {
    problems.add(
        new Problem(
            unreadable.id(), unreadable.file(), unreadable.at(), null, unreadable.message()));
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** Keeps an object and what was said of it. */
  void object(Checked object) {
    objects.add(object);
  }

  /** Judges an object anew, for which a schema was found in another file. */
  void judge(int index, Checked checked) {
    objects.set(index, checked);
  }

  void finding(Finding finding) {
    findings.add(finding);
  }

  String name() {
    return name;
  }

  /** Whether all of it that can be read was read. */
  boolean done() {
    return done;
  }

  boolean explicit() {
    return explicit;
  }

  @Nullable SourceFile file() {
    return file;
  }

  @Nullable String skipped() {
    return skipped;
  }

  /** Whether nothing in it could be read. */
  boolean failed() {
    return skipped == null && documents() == 0;
  }

  /** Whether something of it was not read, so that pods may be missing. */
  boolean incomplete() {
    return !problems.isEmpty();
  }

  /** Documents that could be read and checked, those without an object too. */
  int documents() {
    return documents - broken;
  }

  int failedDocuments() {
    return failedDocuments + broken;
  }

  List<Checked> objects() {
    return objects;
  }

  /** What was said of the file apart from its objects. */
  List<Finding> findings() {
    return findings;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Suppression> suppressions() {
    return suppressions;
  }

  /**
   * An object and what the API server says of it.
   *
   * @param known whether it is of a kind that can be judged
   */
  record Checked(ApiObject object, List<Finding> said, boolean known) {}
}
