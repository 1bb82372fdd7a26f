import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts a run and prints its answer as it arrives, with nothing but the JDK. Regular expressions
 * stand in for the JSON library that a program would have.
 */
class Stream implements WebSocket.Listener {
  static final String URL = System.getenv().getOrDefault("ASSAY_URL", "http://localhost:8080");
  static final String TOKEN = System.getenv("ASSAY_TOKEN");
  static final HttpClient HTTP = HttpClient.newHttpClient();

  final CompletableFuture<Void> ended = new CompletableFuture<>();
  final StringBuilder message = new StringBuilder();
  final String runId;
  int printed;

  Stream(String runId) {
    this.runId = runId;
  }

  public static void main(String[] arguments) throws Exception {
    String name = arguments.length > 0 ? arguments[0] : "Swift 8B";
    String model = ask("{ models(first: 1, filter: {text: \"" + name + "\"}) { nodes { id } } }");
    String input = "{modelIds: [\"" + model + "\"], userMessage: \"Why is the sky blue?\"}";
    Stream stream = new Stream(ask("mutation { startRun(input: " + input + ") { id } }"));
    WebSocket.Builder handshake = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
    if (TOKEN != null) {
      handshake.header("Authorization", "Bearer " + TOKEN);
    }
    handshake.buildAsync(URI.create(URL.replaceFirst("http", "ws") + "/graphql-ws"), stream).join();
    stream.ended.join();
  }

  /** Sends a document and gives the one id in its answer. */
  static String ask(String document) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(URL + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString("{\"query\": \"" + document.replace("\"", "\\\"") + "\"}"));
    if (TOKEN != null) {
      request.header("Authorization", "Bearer " + TOKEN);
    }
    String answer = HTTP.send(request.build(), BodyHandlers.ofString()).body();
    if (answer.contains("\"errors\"")) {
      throw new IllegalStateException(field(answer, "code") + ": " + field(answer, "message"));
    }
    return field(answer, "id");
  }

  @Override
  public void onOpen(WebSocket socket) {
    socket.sendText("{\"type\": \"connection_init\"}", true);
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      take(socket, message.toString());
      message.setLength(0);
    }
    socket.request(1);
    return null;
  }

  void take(WebSocket socket, String message) {
    switch (field(message, "type")) {
      case "connection_ack" -> socket.sendText(subscribe(), true);
      case "ping" -> socket.sendText("{\"type\": \"pong\"}", true);
      case "next" -> print(message);
      case "complete" -> {
        System.out.println();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        ended.complete(null);
      }
      default -> ended.completeExceptionally(new IllegalStateException(message));
    }
  }

  /** A snapshot holds the answer so far, other events a piece of it, or of the reasoning. */
  void print(String message) {
    String text = field(message, "text");
    boolean snapshot = field(message, "__typename").equals("RunSnapshot");
    if (!field(message, "kind").equals("REASONING")) {
      String more = snapshot ? text.substring(printed) : text;
      printed += more.length();
      System.out.print(more);
      System.out.flush();
    }
  }

  String subscribe() {
    return """
    {"id": "1", "type": "subscribe", "payload": {"query": "subscription { runEvents(runId: \\"%s\\") { \
    __typename ... on RunSnapshot { run { results { text } } } ... on TextAppended { kind text } } }"}}\
    """
        .formatted(runId);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    ended.completeExceptionally(new IllegalStateException("Closed: " + code + " " + reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ended.completeExceptionally(error);
  }

  /** The first text of this name; empty where there is none. */
  static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]++|\\\\.)*+)\"").matcher(json);
    return found.find() ? unescape(found.group(1)) : "";
  }

  static String unescape(String text) {
    return Pattern.compile("\\\\(?:u(....)|(.))")
        .matcher(text)
        .replaceAll(escape ->
            Matcher.quoteReplacement(
                escape.group(1) == null
                    ? ("\\" + escape.group(2)).translateEscapes()
                    : Character.toString(Integer.parseInt(escape.group(1), 16))));
  }
}
