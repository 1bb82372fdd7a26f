package dev.assay.provider.openai;

import dev.assay.provider.JsonWalk;
import dev.assay.provider.Line;
import dev.assay.provider.TokenUsage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a stream holds, or the whole answer of a server that cannot stream. Fields that
 * nobody here needs are skipped without being read.
 *
 * @param reasoning vLLM's {@code reasoning_content}, or {@code reasoning} as newer servers call it
 * @param error the message of an error, also of one sent in the middle of a stream
 */
record OpenAiChunk(
    @Nullable String content,
    @Nullable String reasoning,
    @Nullable String finishReason,
    @Nullable TokenUsage usage,
    @Nullable String error) {

  static OpenAiChunk parse(Line data) throws IOException {
    try (JsonWalk walk = JsonWalk.into(data)) {
      return new Parsing(walk).chunk();
    }
  }

  static OpenAiChunk parse(byte[] data) throws IOException {
    try (JsonWalk walk = JsonWalk.into(data)) {
      return new Parsing(walk).chunk();
    }
  }

  /** Whether it holds anything of an answer, and not only what surrounds one. */
  boolean isAnswer() {
    return error == null && (content != null || reasoning != null || finishReason != null);
  }

  /** The walk through one event. */
  private static final class Parsing {
    private final JsonWalk walk;
    private @Nullable String content;
    private @Nullable String reasoning;
    private @Nullable String finishReason;
    private @Nullable String error;
    private @Nullable String object;
    private @Nullable String message;
    private @Nullable TokenUsage usage;
    private @Nullable Integer promptTokens;
    private @Nullable Integer completionTokens;
    private @Nullable Integer reasoningTokens;

    Parsing(JsonWalk walk) {
      this.walk = walk;
    }

    OpenAiChunk chunk() throws IOException {
      walk.eachField(this::field);
      if (error == null && "error".equals(object)) {
        error = message == null ? "" : message;
      }
      return new OpenAiChunk(content, reasoning, finishReason, usage, error);
    }

    private void field(String name) throws IOException {
      switch (name) {
        case "choices" -> walk.eachItem(_ -> walk.eachField(this::choice));
        case "usage" -> usage();
        case "error" -> error();
        // vLLM's older errors are not wrapped: {"object": "error", "message": …}.
        case "object" -> object = walk.text();
        case "message" -> message = walk.text();
        default -> walk.skip();
      }
    }

    private void choice(String name) throws IOException {
      switch (name) {
        // The one in a stream, the other in an answer that comes at once.
        case "delta", "message" -> walk.eachField(this::delta);
        case "finish_reason" -> finishReason = walk.text();
        default -> walk.skip();
      }
    }

    private void delta(String name) throws IOException {
      switch (name) {
        case "content" -> content();
        // Stands in the content's place where the model declines.
        case "refusal" -> addContent(walk.text());
        case "reasoning_content", "reasoning" -> addReasoning(walk.text());
        default -> walk.skip();
      }
    }

    private void content() throws IOException {
      if (walk.isList()) {
        walk.eachItem(_ -> walk.eachField(this::part));
      } else {
        addContent(walk.text());
      }
    }

    /** A part of a content in parts. Mistral wraps the texts of its reasoning once more. */
    private void part(String name) throws IOException {
      switch (name) {
        case "text" -> addContent(walk.text());
        case "thinking" -> walk.eachItem(_ -> walk.eachField(this::thought));
        default -> walk.skip();
      }
    }

    private void thought(String name) throws IOException {
      if (name.equals("text")) {
        addReasoning(walk.text());
      } else {
        walk.skip();
      }
    }

    private void addContent(@Nullable String text) {
      content = joined(content, text);
    }

    /** Servers that send it under both names send the same. */
    private void addReasoning(@Nullable String text) {
      reasoning = text == null || text.equals(reasoning) ? reasoning : joined(reasoning, text);
    }

    private static @Nullable String joined(@Nullable String before, @Nullable String text) {
      return before == null || text == null ? (text == null ? before : text) : before + text;
    }

    private void usage() throws IOException {
      if (walk.isObject()) {
        walk.eachField(this::count);
        usage = new TokenUsage(promptTokens, completionTokens, reasoningTokens);
      } else {
        walk.skip();
      }
    }

    private void count(String name) throws IOException {
      switch (name) {
        case "prompt_tokens" -> promptTokens = walk.number();
        case "completion_tokens" -> completionTokens = walk.number();
        case "reasoning_tokens" -> reasoningTokens = walk.number();
        case "completion_tokens_details" -> walk.eachField(this::count);
        default -> walk.skip();
      }
    }

    private void error() throws IOException {
      if (walk.isObject()) {
        error = "";
        walk.eachField(name -> {
          if (name.equals("message")) {
            String text = walk.text();
            error = text == null ? "" : text;
          } else {
            walk.skip();
          }
        });
      } else if (!walk.isNull()) {
        String text = walk.text();
        error = text == null ? "" : text;
      }
    }
  }
}
