package dev.assay.run;

import dev.assay.testing.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run of one lane over a network that is cut again and again, and holds every event
 * against what has to come: the next number, the next piece of the text. It keeps no event, so that
 * a thousand of them fit. Each belongs to one thread.
 */
final class CutClient {
  private static final String DOCUMENT =
      """
      subscription($runId: ID!, $after: Int) { runEvents(runId: $runId, after: $after) {
        __typename sequence ... on RunSnapshot { run { results { text } } } ... on TextAppended { text offset }
        ... on ResultFinished { result { text } } } }
      """;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PATIENCE_S = 120;
  private static final String GONE = "";

  private final URI socket;
  private final String runId;
  private final String wanted;
  private final int cutEvery;
  private final int cuts;

  private int sequence = -1;
  private int length = 0;
  private int tokens = 0;
  private int cutsDone = 0;
  private int snapshots = 0;
  private boolean finished = false;

  /**
   * @param wanted the whole text that the lane will have said
   * @param cutEvery after so many events the connection is cut
   * @param cuts how often
   */
  CutClient(URI socket, String runId, String wanted, int cutEvery, int cuts) {
    this.socket = socket;
    this.runId = runId;
    this.wanted = wanted;
    this.cutEvery = cutEvery;
    this.cuts = cuts;
  }

  /**
   * What came of it.
   *
   * @param tokens events of text
   * @param snapshots how often a snapshot stood for what was missed, the first one included
   */
  record Outcome(int tokens, int cuts, int snapshots) {}

  /** Follows the run to its end. Throws {@link IllegalStateException} for what should not come. */
  Outcome follow() throws InterruptedException {
    while (!finished) {
      connect();
    }
    require(length == wanted.length(), "%d of %d characters", length, wanted.length());
    return new Outcome(tokens, cutsDone, snapshots);
  }

  private void connect() throws InterruptedException {
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    WebSocket connection =
        HTTP.newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(socket, new Arrivals(messages))
            .join();
    int events = 0;
    boolean isOpen = send(connection, "{\"type\":\"connection_init\"}");
    while (isOpen) {
      String message = messages.poll(PATIENCE_S, TimeUnit.SECONDS);
      require(message != null, "nothing for %d s", PATIENCE_S);
      isOpen =
          message.contains("\"connection_ack\"") ? send(connection, subscribe()) : take(message);
      events += message.contains("\"next\"") ? 1 : 0;
      if (isOpen && cutsDone < cuts && events >= cutEvery) {
        cutsDone++;
        isOpen = false;
      }
    }
    // No farewell: the network is gone.
    connection.abort();
  }

  private String subscribe() {
    return "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"%s\",\"variables\":{\"runId\":\"%s\"%s}}}"
        .formatted(
            DOCUMENT.replace("\n", " "), runId, sequence < 0 ? "" : ",\"after\":" + sequence);
  }

  /** False where the connection has gone meanwhile. */
  private static boolean send(WebSocket connection, String message) {
    try {
      connection.sendText(message, true).join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  /** False once nothing follows on this connection. */
  private boolean take(String text) {
    if (text.equals(GONE)) {
      return false;
    }
    Json message = Json.read(text);
    switch (message.get("type").text()) {
      case "next" -> event(message.get("payload").get("data").get("runEvents"));
      case "complete" -> finished = true;
      default -> throw new IllegalStateException(text);
    }
    return !finished;
  }

  private void event(Json event) {
    int number = event.get("sequence").integer();
    String type = event.get("__typename").text();
    if (type.equals("RunSnapshot")) {
      snapshots++;
      replace(number, event.get("run").get("results").get(0).get("text").text());
      return;
    }
    require(sequence < 0 || number == sequence + 1, "%d came after %d", number, sequence);
    sequence = number;
    if (type.equals("TextAppended")) {
      append(event.get("offset").integer(), event.get("text").text());
    } else if (type.equals("ResultFinished")) {
      require(event.get("result").get("text").text().equals(wanted), "another text at the end");
    }
  }

  private void append(int offset, String piece) {
    require(offset == length, "a piece for %d came at %d", offset, length);
    require(wanted.startsWith(piece, length), "another piece at %d: %s", length, piece);
    length += piece.length();
    tokens++;
  }

  private void replace(int number, String text) {
    require(number >= sequence, "a snapshot of %d came after %d", number, sequence);
    require(text.length() >= length, "a snapshot lost what had come");
    require(wanted.startsWith(text), "another text in a snapshot");
    sequence = number;
    length = text.length();
  }

  private void require(boolean holds, String message, Object... arguments) {
    if (!holds) {
      throw new IllegalStateException("Run " + runId + ": " + message.formatted(arguments));
    }
  }

  private record Arrivals(BlockingQueue<String> messages, StringBuilder partial)
      implements WebSocket.Listener {
    Arrivals(BlockingQueue<String> messages) {
      this(messages, new StringBuilder());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        messages.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      messages.add(GONE);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      messages.add(GONE);
    }
  }
}
