package dev.assay.provider.gemini;

import dev.assay.provider.JsonWalk;
import dev.assay.provider.Line;
import dev.assay.provider.TokenUsage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a stream holds. Fields that nobody here needs are skipped without being read.
 *
 * @param text of the answer
 * @param thoughts what the model thinks before it answers
 * @param finishReason Gemini's word
 * @param finishMessage Gemini's sentence about it
 * @param blockReason why the prompt was not even read; null where it was
 * @param ratings of the safety of the prompt or the answer
 * @param error the message of an error in the middle of the stream
 */
record GeminiChunk(
    @Nullable String text,
    @Nullable String thoughts,
    @Nullable String finishReason,
    @Nullable String finishMessage,
    @Nullable String blockReason,
    List<Rating> ratings,
    @Nullable TokenUsage usage,
    @Nullable String error) {

  /**
   * How unsafe something is held to be.
   *
   * @param category such as {@code HARM_CATEGORY_HARASSMENT}
   * @param level such as {@code MEDIUM}
   * @param blocked whether it is why the text was blocked
   */
  record Rating(String category, String level, boolean blocked) {}

  /**
   * The chunks of a body that is none of events: an answer at once, or a list of what would be
   * events.
   */
  static List<GeminiChunk> parseAll(byte[] body) throws IOException {
    List<GeminiChunk> chunks = new ArrayList<>();
    try (JsonWalk walk = JsonWalk.at(body)) {
      if (walk.isList()) {
        walk.eachItem(_ -> chunks.add(new Parsing(walk).chunk()));
      } else {
        chunks.add(new Parsing(walk).chunk());
      }
    }
    return chunks;
  }

  static GeminiChunk parse(Line data) throws IOException {
    try (JsonWalk walk = JsonWalk.into(data)) {
      return new Parsing(walk).chunk();
    }
  }

  /** The walk through one event. */
  private static final class Parsing {
    private final JsonWalk walk;
    private final List<Rating> ratings = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String thoughts;
    private @Nullable String finishReason;
    private @Nullable String finishMessage;
    private @Nullable String blockReason;
    private @Nullable String error;
    private @Nullable TokenUsage usage;

    Parsing(JsonWalk walk) {
      this.walk = walk;
    }

    GeminiChunk chunk() throws IOException {
      walk.eachField(this::field);
      return new GeminiChunk(
          text, thoughts, finishReason, finishMessage, blockReason, ratings, usage, error);
    }

    private void field(String name) throws IOException {
      switch (name) {
        case "candidates" -> walk.eachItem(_ -> walk.eachField(this::candidate));
        case "promptFeedback" -> walk.eachField(this::feedback);
        case "usageMetadata" -> usage = new Counting(walk).usage();
        case "error" -> walk.eachField(this::error);
        default -> walk.skip();
      }
    }

    private void candidate(String name) throws IOException {
      switch (name) {
        case "content" -> walk.eachField(this::content);
        case "finishReason" -> finishReason = walk.text();
        case "finishMessage" -> finishMessage = walk.text();
        case "safetyRatings" -> walk.eachItem(_ -> rating());
        default -> walk.skip();
      }
    }

    private void content(String name) throws IOException {
      if (name.equals("parts")) {
        walk.eachItem(_ -> part());
      } else {
        walk.skip();
      }
    }

    /** Whether it is a thought may stand behind its text. */
    private void part() throws IOException {
      @Nullable String[] text = {null};
      boolean[] isThought = {false};
      walk.eachField(name -> {
        switch (name) {
          case "text" -> text[0] = walk.text();
          case "thought" -> isThought[0] = walk.isTrue();
          default -> walk.skip();
        }
      });
      if (isThought[0]) {
        thoughts = joined(thoughts, text[0]);
      } else {
        this.text = joined(this.text, text[0]);
      }
    }

    private static @Nullable String joined(@Nullable String before, @Nullable String text) {
      return before == null || text == null ? (text == null ? before : text) : before + text;
    }

    private void feedback(String name) throws IOException {
      switch (name) {
        case "blockReason" -> blockReason = walk.text();
        case "safetyRatings" -> walk.eachItem(_ -> rating());
        default -> walk.skip();
      }
    }

    private void rating() throws IOException {
      String[] words = {"", ""};
      boolean[] blocked = {false};
      walk.eachField(name -> {
        switch (name) {
          case "category" -> words[0] = orEmpty(walk.text());
          case "probability" -> words[1] = orEmpty(walk.text());
          case "blocked" -> blocked[0] = walk.isTrue();
          default -> walk.skip();
        }
      });
      ratings.add(new Rating(words[0], words[1], blocked[0]));
    }

    private void error(String name) throws IOException {
      if (name.equals("message")) {
        error = orEmpty(walk.text());
      } else {
        walk.skip();
      }
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  /** The walk through the counts, of which Gemini leaves out those that are nought. */
  private static final class Counting {
    private final JsonWalk walk;
    private @Nullable Integer prompt;
    private @Nullable Integer answer;
    private @Nullable Integer thoughts;

    Counting(JsonWalk walk) {
      this.walk = walk;
    }

    @Nullable TokenUsage usage() throws IOException {
      walk.eachField(this::count);
      if (prompt == null && answer == null && thoughts == null) {
        return null;
      }
      int completion = (answer == null ? 0 : answer) + (thoughts == null ? 0 : thoughts);
      return new TokenUsage(prompt, completion, thoughts);
    }

    private void count(String name) throws IOException {
      switch (name) {
        case "promptTokenCount" -> prompt = walk.number();
        case "candidatesTokenCount" -> answer = walk.number();
        case "thoughtsTokenCount" -> thoughts = walk.number();
        default -> walk.skip();
      }
    }
  }
}
