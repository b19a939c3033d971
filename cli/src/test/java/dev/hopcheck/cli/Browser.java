package dev.hopcheck.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium without a window, spoken to in its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long SECONDS = 60;
  private static final String ADDRESS = "DevTools listening on ";

  private final Process process;
  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = Collections.synchronizedList(new ArrayList<>());
  private String session = "";
  private int sent;

  private Browser(Process process, String address) {
    this.process = process;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
  }

  /** The program; null where this machine has none. */
  static @Nullable Path find() {
    String named = System.getenv("HOPCHECK_CHROMIUM");
    if (named != null) {
      return Path.of(named);
    }
    String path = System.getenv("PATH");
    for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome", "chrome")) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return null;
  }

  /**
   * Starts it with one empty page.
   *
   * @param profile an empty folder, for it alone
   */
  static Browser start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox", // as root, in a container
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--window-size=1400,1000",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.startsWith(ADDRESS)) {
        Thread drain = new Thread(() -> said.lines().forEach(unused -> {}), "chromium-log");
        drain.setDaemon(true);
        drain.start();
        Browser browser = new Browser(process, line.substring(ADDRESS.length()));
        browser.attach();
        return browser;
      }
    }
    process.destroyForcibly();
    throw new IOException("Chromium did not start: " + all);
  }

  private void attach() {
    String target =
        send("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asString();
    session =
        send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asString();
    for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
      send(domain + ".enable", Map.of());
    }
  }

  /** Sends a command and waits for its result. */
  JsonNode send(String method, Map<String, ?> parameters) {
    int id = ++sent;
    Map<String, Object> message =
        session.isEmpty()
            ? Map.of("id", id, "method", method, "params", parameters)
            : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
    socket.sendText(JSON.writeValueAsString(message), true).join();
    try {
      while (true) {
        JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
          throw new IllegalStateException("no answer to " + method);
        }
        if (answer.get("id").asInt() == id) {
          if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer.get("error"));
          }
          return answer.get("result");
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Opens a page and waits until it is loaded; what happened before is forgotten. */
  void open(Path page) {
    events.clear();
    send("Page.navigate", Map.of("url", page.toUri().toString()));
    waitFor("document.readyState === 'complete' && location.protocol === 'file:'");
  }

  /** Waits until an expression is true. */
  void waitFor(String expression) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!evaluate(expression).asBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never true: " + expression);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /** What a JavaScript expression gives in the page, as the developer's console would run it. */
  JsonNode evaluate(String expression) {
    JsonNode done =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (done.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + done);
    }
    JsonNode value = done.get("result").get("value");
    return value == null ? JSON.nullNode() : value;
  }

  /** Presses and releases a key. */
  void press(String key) {
    int code =
        switch (key) {
          case "Escape" -> 27;
          case "Tab" -> 9;
          case "Enter" -> 13;
          default -> key.equals("/") ? 191 : Character.toUpperCase(key.charAt(0));
        };
    boolean character = key.length() == 1;
    Map<String, Object> down = new HashMap<>();
    down.put("type", character ? "keyDown" : "rawKeyDown");
    down.put("key", key);
    down.put("windowsVirtualKeyCode", code);
    if (character) {
      down.put("text", key);
    }
    send("Input.dispatchKeyEvent", down);
    send(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
  }

  /** Types a text where the focus is. */
  void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  /** The parameters of the events of that name since the page was opened. */
  List<JsonNode> events(String method) {
    List<JsonNode> some = new ArrayList<>();
    synchronized (events) {
      for (JsonNode event : events) {
        if (event.get("method").asString().equals(method)) {
          some.add(event.get("params"));
        }
      }
    }
    return some;
  }

  @Override
  public void close() {
    session = "";
    try {
      send("Browser.close", Map.of());
      process.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        JsonNode node = JSON.readTree(message.toString());
        message.setLength(0);
        if (node.has("id")) {
          answers.add(node);
        } else {
          events.add(node);
        }
      }
      from.request(1);
      return null;
    }
  }
}
