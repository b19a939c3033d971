package dev.hopcheck.engine;

import dev.hopcheck.admission.ApiObject;
import dev.hopcheck.cluster.Units;
import dev.hopcheck.finding.Finding;
import dev.hopcheck.finding.Problem;
import dev.hopcheck.schema.CustomSchemas;
import dev.hopcheck.schema.Schemas;
import dev.hopcheck.source.FileList;
import dev.hopcheck.source.FileWalk;
import dev.hopcheck.source.ListedFile;
import dev.hopcheck.source.SourceFile;
import dev.hopcheck.source.SourceReader;
import dev.hopcheck.source.SourceText;
import dev.hopcheck.source.Unreadable;
import dev.hopcheck.yaml.YamlDocument;
import dev.hopcheck.yaml.YamlNode;
import dev.hopcheck.yaml.YamlReader;
import dev.hopcheck.yaml.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges custom resources by the definitions of the input and the schemas that the user gives. */
final class CustomCheck {
  /** Names of folders that hold the definitions of what lies beside them. */
  private static final List<String> DEFINITION_FOLDERS = List.of("crds", "crd");

  private final LintRequest request;
  private final Schemas schemas;
  private final Set<Problem> problems = new LinkedHashSet<>(0);
  private @Nullable CustomSchemas custom;

  CustomCheck(LintRequest request, Schemas schemas) {
    this.request = request;
    this.schemas = schemas;
  }

  /** Learns the definitions among files, which are all that the input has, and the user's. */
  void learn(List<FileReading> readings) {
    List<CustomSchemas.Definition> definitions = definitions(readings);
    if (definitions.isEmpty() && request.schemas().isEmpty()) {
      return;
    }
    CustomSchemas learnt =
        CustomSchemas.of(schemas, definitions, files(), request.limits().schema());
    problems.addAll(learnt.problems());
    custom = learnt;
  }

  /**
   * Adds what the definitions say of objects to what was said of them; safe for several threads.
   *
   * @return what could not be judged
   */
  List<Problem> judge(List<FileReading> readings, Workers workers) {
    CustomSchemas known = custom;
    if (known == null) {
      return List.of();
    }
    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of lists: each is filled by one thread.
    List<Problem>[] found = new List[readings.size()];
    workers.run(readings.size(), i -> found[i] = judge(readings.get(i), known));
    List<Problem> all = new ArrayList<>(0);
    for (List<Problem> some : found) {
      if (some != null) {
        all.addAll(some);
      }
    }
    return all;
  }

  /** What is to say of the definitions, once all objects were judged. */
  List<Finding> findings() {
    CustomSchemas known = custom;
    return known == null ? List.of() : known.findings();
  }

  /** What is wrong with the files of the definitions, each once. */
  Set<Problem> problems() {
    return problems;
  }

  private static List<Problem> judge(FileReading reading, CustomSchemas custom) {
    List<Problem> problems = new ArrayList<>(0);
    for (int i = 0; i < reading.objects().size(); i++) {
      FileReading.Checked checked = reading.objects().get(i);
      ApiObject object = checked.object();
      YamlNode node = object.root().node();
      if (checked.known()
          || node == null
          || !custom.knows(object.document().file(), object.apiVersion(), object.kind())) {
        continue;
      }
      Watched.begins(object.document());
      try {
        CustomSchemas.Verdict verdict = custom.validate(object.document(), node);
        List<Finding> said = new ArrayList<>(checked.said());
        said.addAll(verdict.findings());
        said.sort(null);
        problems.addAll(verdict.problems());
        reading.judge(i, new FileReading.Checked(object, said, verdict.validated()));
      } catch (RuntimeException | StackOverflowError bug) {
        problems.add(InternalError.in(object.document(), bug));
      }
    }
    return problems;
  }

  private List<CustomSchemas.Definition> definitions(List<FileReading> readings) {
    List<CustomSchemas.Definition> definitions = new ArrayList<>(0);
    for (FileReading reading : readings) {
      for (FileReading.Checked checked : reading.objects()) {
        YamlNode node = checked.object().root().node();
        if (node != null && Reach.isDefinition(checked.object())) {
          definitions.add(
              new CustomSchemas.Definition(checked.object().document(), node, folder(reading)));
        }
      }
    }
    return definitions;
  }

  /**
   * The folder whose objects a definition judges: its own, or what lies beside a folder of
   * definitions such as {@code crds}. Elsewhere another release of the definition may be meant.
   */
  private String folder(FileReading reading) {
    boolean together =
        reading.explicit() && request.unit() == null || request.unit() == Units.Mode.ALL;
    int slash = reading.name().lastIndexOf('/');
    if (together || slash < 0) {
      return "";
    }
    String folder = reading.name().substring(0, slash);
    for (String name : DEFINITION_FOLDERS) {
      int at = ("/" + folder + "/").indexOf("/" + name + "/");
      if (at >= 0) {
        folder = folder.substring(0, Math.max(0, at - 1));
      }
    }
    return folder;
  }

  private List<YamlDocument> files() {
    List<YamlDocument> documents = new ArrayList<>();
    FileList listed = FileWalk.list(request.schemas(), request.base(), request.sourceLimits());
    for (Unreadable unreadable : listed.unreadable()) {
      problems.add(problem(unreadable));
    }
    for (ListedFile file : listed.files()) {
      if (!Watched.begins(file.name(), 0)) {
        problems.add(Overdue.inFile(file.name(), request));
        continue;
      }
      SourceText text = SourceReader.read(file, request.sourceLimits());
      SourceFile source = text.file();
      Unreadable unreadable = text.unreadable();
      if (source != null) {
        YamlStream stream = YamlReader.read(source, request.yamlLimits());
        problems.addAll(stream.problems());
        documents.addAll(stream.documents());
      } else if (unreadable != null) {
        problems.add(problem(unreadable));
      }
    }
    Watched.rests();
    return documents;
  }

  private static Problem problem(Unreadable unreadable) {
    return new Problem(
        unreadable.id(), unreadable.file(), unreadable.at(), null, unreadable.message());
  }
}
