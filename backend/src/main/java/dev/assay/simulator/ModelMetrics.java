package dev.assay.simulator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One model's figures under the names of vLLM's {@code PrometheusStatLogger} (v1). The key-value
 * cache is pretended: {@value #CACHE_TOKENS} tokens, of which running requests hold theirs.
 * Confined to the event loop.
 */
final class ModelMetrics {
  private static final int CACHE_TOKENS = 262_144;

  private final Map<String, Histogram> histograms = new LinkedHashMap<>();
  private final Map<String, Long> finished = new LinkedHashMap<>();
  private final Histogram firstToken =
      histogram("time_to_first_token_seconds", Histogram.ofFirstTokens());
  private final Histogram gap = histogram("inter_token_latency_seconds", Histogram.ofGaps());
  private final Histogram perToken =
      histogram("request_time_per_output_token_seconds", Histogram.ofGaps());
  private final Histogram whole = histogram("e2e_request_latency_seconds", Histogram.ofRequests());
  private final Histogram queued = histogram("request_queue_time_seconds", Histogram.ofRequests());
  private final Histogram prefill =
      histogram("request_prefill_time_seconds", Histogram.ofRequests());
  private final Histogram decode = histogram("request_decode_time_seconds", Histogram.ofRequests());
  private final Histogram inference =
      histogram("request_inference_time_seconds", Histogram.ofRequests());
  private final Histogram prompt = histogram("request_prompt_tokens", Histogram.ofTokens());
  private final Histogram generation = histogram("request_generation_tokens", Histogram.ofTokens());
  private final Histogram limit = histogram("request_params_max_tokens", Histogram.ofTokens());
  private final Set<Tally> live = new HashSet<>();
  private long cached;
  private long promptTokens;
  private long generationTokens;

  ModelMetrics() {
    for (String reason : new String[] {"stop", "length", "abort"}) {
      finished.put(reason, 0L);
    }
  }

  void began(Tally tally, Reply.Chat chat) {
    live.add(tally);
    cached += chat.request().promptTokens();
    limit.observe(chat.request().maxTokens());
  }

  void firstToken(Reply.Chat chat, long sinceArrival) {
    promptTokens += chat.request().promptTokens();
    firstToken.observe(seconds(sinceArrival));
    double waited = seconds(chat.request().script().queue());
    queued.observe(waited);
    prefill.observe(Math.max(0, seconds(sinceArrival) - waited));
    count();
  }

  void token(long sinceLast) {
    gap.observe(seconds(sinceLast));
    count();
  }

  void ended(Tally tally, Reply.Chat chat, String reason, long sinceArrival) {
    int tokens = tally.tokens();
    long decoding = tally.decoding();
    live.remove(tally);
    cached -= chat.request().promptTokens() + tokens;
    finished.merge(reason, 1L, Long::sum);
    if (reason.equals("abort")) {
      return;
    }
    whole.observe(seconds(sinceArrival));
    inference.observe(seconds(sinceArrival - chat.request().script().queue()));
    decode.observe(seconds(decoding));
    perToken.observe(tokens < 2 ? 0 : seconds(decoding) / (tokens - 1));
    prompt.observe(chat.request().promptTokens());
    generation.observe(tokens);
  }

  void write(Map<String, StringBuilder> families, String labels) {
    long now = System.nanoTime();
    long waiting = live.stream().filter(tally -> tally.waits(now)).count();
    gauge(families, "num_requests_running", labels, (double) (live.size() - waiting));
    gauge(families, "num_requests_waiting", labels, (double) waiting);
    gauge(families, "kv_cache_usage_perc", labels, Math.min(1.0, (double) cached / CACHE_TOKENS));
    counter(families, "num_preemptions_total", labels, 0);
    counter(families, "prompt_tokens_total", labels, (double) promptTokens);
    counter(families, "generation_tokens_total", labels, (double) generationTokens);
    finished.forEach((reason, count) ->
        counter(
            families,
            "request_success_total",
            labels + ",finished_reason=\"" + reason + "\"",
            count));
    histograms.forEach((name, histogram) ->
        histogram.write(family(families, name, "histogram"), "vllm:" + name, labels));
  }

  private void count() {
    generationTokens++;
    cached++;
  }

  private Histogram histogram(String name, Histogram histogram) {
    histograms.put(name, histogram);
    return histogram;
  }

  private static void gauge(
      Map<String, StringBuilder> families, String name, String labels, double value) {
    Histogram.line(family(families, name, "gauge"), "vllm:" + name, labels, value);
  }

  private static void counter(
      Map<String, StringBuilder> families, String name, String labels, double value) {
    Histogram.line(family(families, name, "counter"), "vllm:" + name, labels, value);
  }

  private static StringBuilder family(
      Map<String, StringBuilder> families, String name, String type) {
    return families.computeIfAbsent(
        name,
        first ->
            new StringBuilder("# TYPE vllm:").append(first).append(' ').append(type).append('\n'));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
