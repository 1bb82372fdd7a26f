package dev.assay.provider.anthropic;

import dev.assay.provider.JsonWalk;
import dev.assay.provider.Line;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a stream holds, an answer that comes at once, or the body of an error. Fields
 * that nobody here needs are skipped without being read.
 *
 * @param type such as {@code content_block_delta}; empty where there is none
 * @param inputTokens of the prompt, read from a cache or not
 * @param outputTokens so far, reasoning included
 * @param category why the model refuses to go on, in its server's word
 * @param explanation why the model refuses to go on, in a sentence
 * @param error the message of an error
 */
record AnthropicEvent(
    String type,
    @Nullable String text,
    @Nullable String thinking,
    @Nullable String stopReason,
    @Nullable Integer inputTokens,
    @Nullable Integer outputTokens,
    @Nullable Integer thinkingTokens,
    @Nullable String category,
    @Nullable String explanation,
    @Nullable String error) {

  static AnthropicEvent parse(Line data) throws IOException {
    try (JsonWalk walk = JsonWalk.into(data)) {
      return new Parsing(walk).event();
    }
  }

  static AnthropicEvent parse(byte[] data) throws IOException {
    try (JsonWalk walk = JsonWalk.into(data)) {
      return new Parsing(walk).event();
    }
  }

  /** The walk through one event. */
  private static final class Parsing {
    private final JsonWalk walk;
    private String type = "";
    private @Nullable String text;
    private @Nullable String thinking;
    private @Nullable String stopReason;
    private @Nullable Integer inputTokens;
    private @Nullable Integer outputTokens;
    private @Nullable Integer thinkingTokens;
    private @Nullable String category;
    private @Nullable String explanation;
    private @Nullable String error;

    Parsing(JsonWalk walk) {
      this.walk = walk;
    }

    AnthropicEvent event() throws IOException {
      walk.eachField(this::field);
      return new AnthropicEvent(
          type,
          text,
          thinking,
          stopReason,
          inputTokens,
          outputTokens,
          thinkingTokens,
          category,
          explanation,
          error);
    }

    private void field(String name) throws IOException {
      switch (name) {
        case "type" -> {
          String given = walk.text();
          type = given == null ? "" : given;
        }
        case "message" -> walk.eachField(this::message);
        case "content_block", "delta" -> walk.eachField(this::delta);
        case "content" -> walk.eachItem(_ -> walk.eachField(this::block));
        case "stop_reason", "stop_details" -> delta(name);
        case "usage" -> walk.eachField(this::count);
        case "error" -> walk.eachField(this::error);
        default -> walk.skip();
      }
    }

    private void message(String name) throws IOException {
      if (name.equals("usage")) {
        walk.eachField(this::count);
      } else {
        walk.skip();
      }
    }

    /** Of an answer that comes at once; it may have several. */
    private void block(String name) throws IOException {
      switch (name) {
        case "text" -> text = joined(text, walk.text());
        case "thinking" -> thinking = joined(thinking, walk.text());
        default -> walk.skip();
      }
    }

    private static @Nullable String joined(@Nullable String before, @Nullable String text) {
      return before == null || text == null ? (text == null ? before : text) : before + text;
    }

    private void delta(String name) throws IOException {
      switch (name) {
        case "text" -> text = walk.text();
        case "thinking" -> thinking = walk.text();
        case "stop_reason" -> stopReason = walk.text();
        case "stop_details" -> walk.eachField(this::stopDetail);
        default -> walk.skip();
      }
    }

    private void stopDetail(String name) throws IOException {
      switch (name) {
        case "category" -> category = walk.text();
        case "explanation" -> explanation = walk.text();
        default -> walk.skip();
      }
    }

    private void count(String name) throws IOException {
      switch (name) {
        case "input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens" ->
            inputTokens = sum(inputTokens, walk.number());
        case "output_tokens" -> outputTokens = walk.number();
        case "output_tokens_details" -> walk.eachField(this::count);
        case "thinking_tokens" -> thinkingTokens = walk.number();
        default -> walk.skip();
      }
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
      return one == null || other == null
          ? (one == null ? other : one)
          : Integer.valueOf(one + other);
    }

    private void error(String name) throws IOException {
      if (name.equals("message")) {
        error = walk.text();
      } else {
        walk.skip();
      }
    }
  }
}
