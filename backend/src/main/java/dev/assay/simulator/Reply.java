package dev.assay.simulator;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the simulator will answer, decided before the first byte. */
sealed interface Reply {
  /**
   * A response that is known whole and sent at once.
   *
   * @param fault the fault that it is; null if it is meant
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and nobody changes it
  record Whole(
      int status,
      String contentType,
      Map<String, String> headers,
      byte[] body,
      @Nullable Fault fault)
      implements Reply {

    static Whole json(int status, Map<String, Object> body) {
      return new Whole(status, "application/json", Map.of(), Json.write(body), null);
    }

    static Whole text(String contentType, byte[] body) {
      return new Whole(200, contentType, Map.of(), body, null);
    }
  }

  /**
   * A chat completion at the pace of its script.
   *
   * @param created seconds since 1970
   * @param reasoning how many of the tokens are reasoning
   * @param finishReason {@code stop} or {@code length}
   * @param stopReason the stop text that was met; null if none was
   * @param faults what goes wrong with it
   * @param paceSeed what its jitter follows from
   */
  record Chat(
      String id,
      long created,
      ChatRequest request,
      Tokens tokens,
      int reasoning,
      String finishReason,
      @Nullable String stopReason,
      Set<Fault> faults,
      long paceSeed)
      implements Reply {

    /** The fault that strikes after some tokens; null if none does. */
    @Nullable Fault striking() {
      return faults.stream()
          .filter(f -> f.kind() == Fault.Kind.BREAKING || f.kind() == Fault.Kind.SPOILING)
          .findFirst()
          .orElse(null);
    }

    /** After how many tokens it strikes: at the answer's end at the latest. */
    int strikesAt() {
      int latest = striking() == Fault.HUGE ? tokens.size() - 1 : tokens.size();
      return Math.min(request.script().at(), latest);
    }

    Pace pace(long arrivedNanos) {
      Script script = request.script();
      long first = arrivedNanos + script.queue() + script.ttft();
      return new Pace(first, script.gap(), script.jitter(), paceSeed);
    }

    /** vLLM's usage object after so many tokens. */
    Map<String, Object> usage(int sent) {
      Map<String, Object> details = Json.map("reasoning_tokens", Math.min(sent, reasoning));
      return Json.map(
          "prompt_tokens",
          request.promptTokens(),
          "total_tokens",
          request.promptTokens() + sent,
          "completion_tokens",
          sent,
          "prompt_tokens_details",
          null,
          "completion_tokens_details",
          reasoning == 0 ? null : details);
    }
  }
}
