package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that follows one run over a websocket and keeps every event. Thread-safe; waits on
 * conditions and never by the clock alone.
 */
public final class RunRecorder implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String DOCUMENT =
      """
      subscription($runId: ID!, $after: Int) {
        runEvents(runId: $runId, after: $after) {
          __typename runId sequence atMs
          ... on RunSnapshot { run { ...run } }
          ... on TextAppended { resultId text kind offset tokens }
          ... on ResultChanged { result { ...result } }
          ... on ResultFinished { result { ...result } }
          ... on RunFinished { run { ...run } }
        }
      }
      fragment run on Run { id status results { ...result } }
      fragment result on Result {
        id status queuePosition text reasoning iteration finishReason lane { position } error { code message }
        timings { queuedMs timeToFirstTokenMs latencyMs interTokenP50Ms interTokenP99Ms tokensPerSecond }
        usage { promptTokens completionTokens reasoningTokens cost }
      }
      """;

  private final StringBuilder partial = new StringBuilder();
  private volatile boolean paused = false;

  // Guarded by this.
  private final List<Json> events = new ArrayList<>();
  private final List<Json> errors = new ArrayList<>();
  private boolean acknowledged = false;
  private boolean complete = false;
  private @Nullable Integer closeCode;
  private @Nullable WebSocket socket;

  private RunRecorder() {}

  /**
   * Follows a run.
   *
   * @param headers of the handshake
   * @param init the payload of {@code connection_init}, as JSON
   */
  public static RunRecorder open(
      URI address,
      Map<String, String> headers,
      String init,
      String runId,
      @Nullable Integer after) {
    return subscribe(address, headers, init, DOCUMENT, variables(runId, after));
  }

  /** Follows a run but reads nothing of it before {@link #resume}. */
  public static RunRecorder openPaused(URI address, String runId) {
    RunRecorder recorder = new RunRecorder();
    recorder.paused = true;
    recorder.begin(address, Map.of(), "{}", DOCUMENT, variables(runId, null));
    return recorder;
  }

  private static Map<String, Object> variables(String runId, @Nullable Integer after) {
    return after == null ? Map.of("runId", runId) : Map.of("runId", runId, "after", after);
  }

  /** Subscribes to anything; its events are what the document's one field gives. */
  public static RunRecorder subscribe(
      URI address,
      Map<String, String> headers,
      String init,
      String document,
      Map<String, Object> variables) {
    RunRecorder recorder = new RunRecorder();
    recorder.begin(address, headers, init, document, variables);
    return recorder;
  }

  private void begin(
      URI address,
      Map<String, String> headers,
      String init,
      String document,
      Map<String, Object> variables) {
    WebSocket.Builder handshake = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
    headers.forEach(handshake::header);
    WebSocket opened = handshake.buildAsync(address, this).join();
    synchronized (this) {
      socket = opened;
    }
    opened.sendText("{\"type\":\"connection_init\",\"payload\":%s}".formatted(init), true).join();
    boolean _ = until(() -> acknowledged ? true : null, "acknowledgement");
    Map<String, Object> payload = Map.of("query", document, "variables", variables);
    opened
        .sendText(Json.write(Map.of("type", "subscribe", "id", "1", "payload", payload)), true)
        .join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (!paused) {
      webSocket.request(1);
    }
    if (last) {
      take(partial.toString());
      partial.setLength(0);
    }
    return null;
  }

  private synchronized void take(String json) {
    Json message = Json.read(json);
    switch (message.get("type").text()) {
      case "next" -> events.add(onlyField(message.get("payload").get("data")));
      case "error" -> errors.add(message.get("payload"));
      case "complete" -> complete = true;
      case "connection_ack" -> acknowledged = true;
      default -> {
        // A ping.
      }
    }
    notifyAll();
  }

  private static Json onlyField(Json data) {
    return new Json(data.node().values().iterator().next());
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onClose(
      WebSocket webSocket, int statusCode, String reason) {
    complete = true;
    closeCode = statusCode;
    notifyAll();
    return null;
  }

  /** With which code the server closed the socket; null where it did not. */
  public synchronized @Nullable Integer closeCode() {
    return closeCode;
  }

  /** Reads nothing more from the network until {@link #resume}. */
  public void pause() {
    paused = true;
  }

  /** Reads on. */
  public synchronized void resume() {
    paused = false;
    if (socket != null) {
      socket.request(1);
    }
  }

  /** Everything that arrived so far. */
  public synchronized List<Json> events() {
    return List.copyOf(events);
  }

  /** The errors in place of a subscription. */
  public synchronized List<Json> errors() {
    return List.copyOf(errors);
  }

  /** The last event that arrived. */
  public Json last() {
    return events().getLast();
  }

  /** Waits for the first event that is as wanted. */
  public Json await(Predicate<Json> wanted) {
    return until(
        () -> events.stream().filter(wanted).findFirst().orElse(null), "an event as wanted");
  }

  /** Waits for a lane's nth piece of text, counted from 1. */
  public Json awaitPiece(int lane, int nth) {
    return until(
        () ->
            events.stream()
                .filter(event -> isPieceOf(lane, event))
                .skip(nth - 1L)
                .findFirst()
                .orElse(null),
        "piece " + nth + " of lane " + lane);
  }

  private boolean isPieceOf(int lane, Json event) {
    return event.get("__typename").text().equals("TextAppended")
        && results().stream()
            .filter(result -> result.get("id").equals(event.get("resultId")))
            .anyMatch(result -> result.get("lane").get("position").integer() == lane);
  }

  /** The results as the first snapshot had them. */
  private List<Json> results() {
    return events.getFirst().get("run").get("results").list();
  }

  /** Waits until at least so many events arrived. */
  public void await(int count) {
    boolean _ = until(() -> events.size() >= count ? true : null, count + " events");
  }

  /** Waits until nothing follows. */
  public void awaitComplete() {
    boolean _ = until(() -> complete || !errors.isEmpty() ? true : null, "completion");
  }

  private synchronized <T> T until(Supplier<@Nullable T> condition, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T value = condition.get();
      if (value != null) {
        return value;
      }
      assertThat(complete).as("%s was not seen among %s events", what, events.size()).isFalse();
      long left = (deadline - System.nanoTime()) / 1_000_000;
      assertThat(left).as("time left to wait for %s after %s", what, events).isPositive();
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * The texts of all results by lane, as a client that replays the events has them, checked for
   * gaps and doubles.
   */
  public Map<Integer, String> answers() {
    Replay replay = new Replay();
    events().forEach(replay::apply);
    return new TreeMap<>(replay.answers());
  }

  /** Cuts the connection without a word. */
  @Override
  public synchronized void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
