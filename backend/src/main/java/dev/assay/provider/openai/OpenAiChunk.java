package dev.assay.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.provider.Line;
import dev.assay.provider.TokenUsage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a stream holds. Fields that nobody here needs are skipped without being read.
 *
 * @param reasoning vLLM's {@code reasoning_content}, or {@code reasoning} as newer servers call it
 * @param error the message of an error sent in the middle of a stream
 */
record OpenAiChunk(
    @Nullable String content,
    @Nullable String reasoning,
    @Nullable String finishReason,
    @Nullable TokenUsage usage,
    @Nullable String error) {
  private static final JsonFactory JSON = new JsonFactory();

  static OpenAiChunk parse(Line data) throws IOException {
    return parse(JSON.createParser(data.buffer(), data.offset(), data.length()));
  }

  static OpenAiChunk parse(byte[] data) throws IOException {
    return parse(JSON.createParser(data));
  }

  private static OpenAiChunk parse(JsonParser parser) throws IOException {
    try (JsonParser json = parser) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("An event must be a JSON object.");
      }
      return new Parsing(json).chunk();
    }
  }

  /** The walk through one event, whose parser stands at its beginning. */
  private static final class Parsing {
    private final JsonParser json;
    private @Nullable String content;
    private @Nullable String reasoning;
    private @Nullable String finishReason;
    private @Nullable String error;
    private @Nullable TokenUsage usage;
    private @Nullable Integer promptTokens;
    private @Nullable Integer completionTokens;
    private @Nullable Integer reasoningTokens;

    Parsing(JsonParser json) {
      this.json = json;
    }

    OpenAiChunk chunk() throws IOException {
      eachField(this::field);
      return new OpenAiChunk(content, reasoning, finishReason, usage, error);
    }

    private void field(String name) throws IOException {
      switch (name) {
        case "choices" -> choices();
        case "usage" -> usage();
        case "error" -> error();
        default -> json.skipChildren();
      }
    }

    private void choices() throws IOException {
      if (!json.isExpectedStartArrayToken()) {
        json.skipChildren();
        return;
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == null) {
          throw new IOException("The event ends within its choices.");
        }
        eachField(this::choice);
      }
    }

    private void choice(String name) throws IOException {
      switch (name) {
        case "delta" -> eachField(this::delta);
        case "finish_reason" -> finishReason = text();
        default -> json.skipChildren();
      }
    }

    private void delta(String name) throws IOException {
      switch (name) {
        case "content" -> content = text();
        case "reasoning_content", "reasoning" -> {
          String text = text();
          reasoning = text == null ? reasoning : text;
        }
        default -> json.skipChildren();
      }
    }

    private void usage() throws IOException {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        eachField(this::count);
        usage = new TokenUsage(promptTokens, completionTokens, reasoningTokens);
      }
    }

    private void count(String name) throws IOException {
      switch (name) {
        case "prompt_tokens" -> promptTokens = number();
        case "completion_tokens" -> completionTokens = number();
        case "reasoning_tokens" -> reasoningTokens = number();
        case "completion_tokens_details" -> eachField(this::count);
        default -> json.skipChildren();
      }
    }

    private void error() throws IOException {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        error = "";
        eachField(name -> {
          if (name.equals("message")) {
            error = json.getValueAsString("");
          }
          json.skipChildren();
        });
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        error = json.getValueAsString("");
      }
    }

    private @Nullable String text() throws IOException {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        return json.getText();
      }
      json.skipChildren();
      return null;
    }

    private @Nullable Integer number() throws IOException {
      if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        return json.getIntValue();
      }
      json.skipChildren();
      return null;
    }

    /**
     * Calls {@code read} at the value of each field of the object at hand; what is no object is
     * skipped.
     */
    private void eachField(FieldReader read) throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        return;
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        read.at(name);
      }
    }
  }

  private interface FieldReader {
    void at(String name) throws IOException;
  }
}
