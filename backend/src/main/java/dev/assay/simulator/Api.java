package dev.assay.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides the reply to every request. Confined to the event loop. */
final class Api {
  private static final int LOGGED_BODY = 64 * 1024;
  private static final int LOGGED_TEXT = 1000;
  static final String VERSION = "0.11.0+simulator";

  private final @Nullable String apiKey;
  private final long startedAt = Instant.now().getEpochSecond();
  private final Metrics metrics = new Metrics();
  private final Turns turns = new Turns();

  Api(@Nullable String apiKey) {
    this.apiKey = apiKey;
  }

  Tally tally(Reply.Chat chat, Exchange exchange) {
    return new Tally(metrics.of(chat.request().family()), chat, exchange.arrivedNanos());
  }

  Reply answer(Exchange exchange, boolean readable, byte[] body, @Nullable String credential) {
    RequestHead head = exchange.head();
    if (!readable) {
      return Replies.error(400, "BadRequestError", "Invalid HTTP request received.", null);
    }
    if (head.path().startsWith("/v1/") && !authorised(credential)) {
      return Replies.unauthorized();
    }
    try {
      return route(exchange, body);
    } catch (ApiException refused) {
      return refused.reply();
    }
  }

  private Reply route(Exchange exchange, byte[] body) {
    RequestHead head = exchange.head();
    return switch (head.method() + " " + head.path()) {
      case "GET /v1/models" -> models();
      case "GET /metrics" -> metrics.reply();
      case "GET /health" -> Reply.Whole.text("text/plain", new byte[0]);
      case "GET /version" -> Reply.Whole.json(200, Map.of("version", VERSION));
      case "POST /v1/chat/completions" -> chat(exchange, parameters(exchange, body));
      case "POST /v1/embeddings" -> Embeddings.reply(parameters(exchange, body));
      default -> Replies.error(404, "NotFoundError", "Not Found", null);
    };
  }

  private static Map<String, Object> parameters(Exchange exchange, byte[] body) {
    Map<String, Object> parameters = Json.readObject(body);
    exchange.parameters(body.length <= LOGGED_BODY ? parameters : onlyShort(parameters));
    return parameters;
  }

  /** Of a long body the log keeps what is short, so that it stays bounded. */
  private static Map<String, Object> onlyShort(Map<String, Object> parameters) {
    Map<String, Object> kept = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      boolean text = value instanceof String s && s.length() <= LOGGED_TEXT;
      if (text || value instanceof Number || value instanceof Boolean) {
        kept.put(name, value);
      }
    });
    return kept;
  }

  private Reply chat(Exchange exchange, Map<String, Object> body) {
    ChatRequest request = ChatRequest.of(body);
    Script script = request.script();
    Set<Fault> faults = script.faultsOf(turns.next(request.scriptKey()));
    Optional<Fault> status =
        faults.stream().filter(fault -> fault.kind() == Fault.Kind.STATUS).findFirst();
    if (status.isPresent()) {
      return Replies.ofFault(status.get(), script.retry());
    }
    long chance = Pace.mixed(System.nanoTime() + exchange.id());
    return Composer.compose(request, exchange.id(), faults, chance);
  }

  private Reply.Whole models() {
    List<Object> data = SimulatedModel.ALL.stream().<Object>map(this::model).toList();
    return Reply.Whole.json(200, Json.map("object", "list", "data", data));
  }

  private Map<String, Object> model(SimulatedModel model) {
    return Json.map(
        "id",
        model.modelName(),
        "object",
        "model",
        "created",
        startedAt,
        "owned_by",
        "assay-simulator",
        "root",
        model.modelName(),
        "parent",
        null,
        "max_model_len",
        model.contextLength(),
        "permission",
        List.of());
  }

  private boolean authorised(@Nullable String credential) {
    if (apiKey == null) {
      return true;
    }
    byte[] wanted = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
    return credential != null
        && MessageDigest.isEqual(wanted, credential.getBytes(StandardCharsets.UTF_8));
  }
}
