package dev.assay.simulator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request for a chat completion, checked.
 *
 * @param model the model's name as it was written
 * @param family the model that this name begins with
 * @param scriptKey what requests have in common whose faults are counted together
 * @param text the messages' text, one per line
 * @param userText the last user message's text; empty if there is none
 * @param promptTokens what the messages count as
 * @param maxTokens how many tokens the answer may have
 * @param stop texts before which the answer ends
 * @param usage whether a stream ends with a usage event
 * @param continuousUsage whether every event of a stream carries the usage so far
 */
record ChatRequest(
    String model,
    SimulatedModel family,
    Script script,
    String scriptKey,
    String text,
    String userText,
    int promptTokens,
    int maxTokens,
    List<String> stop,
    boolean stream,
    boolean usage,
    boolean continuousUsage) {
  private static final int TOKENS_PER_MESSAGE = 4;
  private static final int MOST_STOPS = 16;

  static ChatRequest of(Map<String, Object> body) {
    Fields fields = new Fields(body);
    String model = modelName(fields);
    SimulatedModel family = family(model);
    List<Fields> messages = messages(fields);
    String text = messages.stream().map(ChatRequest::content).collect(Collectors.joining("\n"));
    int promptTokens = Tokenizer.count(text) + TOKENS_PER_MESSAGE * messages.size();
    checkRanges(fields);
    Fields options = fields.object("stream_options");
    boolean usage = options.flag("include_usage");
    return new ChatRequest(
        model,
        family,
        ScriptReader.read(scriptKeys(fields, model, family)),
        model + body.getOrDefault("simulate", ""),
        text,
        userText(messages),
        promptTokens,
        maxTokens(fields, family, promptTokens),
        stop(fields),
        fields.flag("stream"),
        usage,
        usage && options.flag("continuous_usage_stats"));
  }

  static String modelName(Fields fields) {
    String model = fields.text("model");
    if (model == null || model.isEmpty()) {
      throw Fields.wrong("model", "a model's name");
    }
    return model;
  }

  /** The model that the name names before its script. */
  static SimulatedModel family(String model) {
    int query = model.indexOf('?');
    return SimulatedModel.named(query < 0 ? model : model.substring(0, query))
        .orElseThrow(() ->
            new ApiException(
                404, "NotFoundError", "The model `" + model + "` does not exist.", "model"));
  }

  private static ScriptKeys scriptKeys(Fields fields, String model, SimulatedModel family) {
    ScriptKeys keys = new ScriptKeys().query(family.script(), "model");
    int query = model.indexOf('?');
    keys.query(query < 0 ? "" : model.substring(query + 1), "model");
    Long seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    if (seed != null) {
      keys.put("seed", seed);
    }
    return keys.object(fields.object("simulate").map(), "simulate");
  }

  private static List<Fields> messages(Fields fields) {
    List<Fields> messages = fields.objects("messages");
    if (messages.isEmpty()) {
      throw Fields.wrong("messages", "a list of at least one message");
    }
    return messages;
  }

  private static String userText(List<Fields> messages) {
    return messages.reversed().stream()
        .filter(message -> "user".equals(message.text("role")))
        .findFirst()
        .map(ChatRequest::content)
        .orElse("");
  }

  /** A message's content: a string, or a list of parts of which those with text count. */
  private static String content(Fields message) {
    if (message.text("role") == null) {
      throw Fields.wrong("messages.role", "a string");
    }
    if (message.map().get("content") instanceof List<?>) {
      return message.objects("content").stream()
          .map(part -> part.text("text"))
          .filter(Objects::nonNull)
          .collect(Collectors.joining("\n"));
    }
    @Nullable String content = message.text("content");
    return content == null ? "" : content;
  }

  private static void checkRanges(Fields fields) {
    fields.checkNumber("temperature", 0, 2);
    fields.checkNumber("top_p", 0, 1);
    fields.checkNumber("presence_penalty", -2, 2);
    fields.checkNumber("frequency_penalty", -2, 2);
    fields.whole("n", 1, 1);
  }

  private static int maxTokens(Fields fields, SimulatedModel family, int promptTokens) {
    Long newer = fields.whole("max_completion_tokens", 1, Integer.MAX_VALUE);
    Long wanted = newer == null ? fields.whole("max_tokens", 1, Integer.MAX_VALUE) : newer;
    int room = family.contextLength() - promptTokens;
    if (room < 1 || (wanted != null && wanted > room)) {
      throw ApiException.badRequest(
          "messages",
          "This model's maximum context length is %d tokens. However, you requested %d tokens in the messages and %d in the completion. Please reduce the length of the messages or completion."
              .formatted(family.contextLength(), promptTokens, wanted == null ? 1 : wanted));
    }
    return wanted == null ? Math.min(room, family.maxTokens()) : wanted.intValue();
  }

  private static List<String> stop(Fields fields) {
    List<String> stop = fields.texts("stop");
    if (stop.size() > MOST_STOPS || stop.contains("")) {
      throw Fields.wrong("stop", "at most " + MOST_STOPS + " texts, none of them empty");
    }
    return stop;
  }
}
