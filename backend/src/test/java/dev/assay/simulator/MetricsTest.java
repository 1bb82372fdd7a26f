package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private final Simulator simulator = Simulator.start(0);
  private final Client client = new Client(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void theNamesAreVllms() {
    assertThat(client.get("/metrics").header("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    String text = client.get("/metrics").text();
    for (String name :
        List.of(
            "num_requests_running gauge",
            "num_requests_waiting gauge",
            "kv_cache_usage_perc gauge",
            "num_preemptions_total counter",
            "prompt_tokens_total counter",
            "generation_tokens_total counter",
            "request_success_total counter",
            "time_to_first_token_seconds histogram",
            "inter_token_latency_seconds histogram",
            "request_time_per_output_token_seconds histogram",
            "e2e_request_latency_seconds histogram",
            "request_queue_time_seconds histogram",
            "request_prefill_time_seconds histogram",
            "request_decode_time_seconds histogram",
            "request_inference_time_seconds histogram",
            "request_prompt_tokens histogram",
            "request_generation_tokens histogram")) {
      assertThat(text).containsOnlyOnce("# TYPE vllm:" + name + "\n");
    }
  }

  @Test
  void finishedRequestsAreCountedByModelAndReason() {
    client.stream("sim?text=numbers&tokens=10&gap=0&ttft=30ms");
    client.stream("sim?text=numbers&tokens=10&gap=0&ttft=30ms", "\"max_tokens\":4");
    assertThat(value("generation_tokens_total", "sim")).isEqualTo(14);
    assertThat(value("prompt_tokens_total", "sim")).isEqualTo(2 * 8);
    assertThat(value("time_to_first_token_seconds_count", "sim")).isEqualTo(2);
    assertThat(value("time_to_first_token_seconds_sum", "sim")).isBetween(0.06, 5.0);
    assertThat(value("inter_token_latency_seconds_count", "sim")).isEqualTo(12);
    assertThat(value("request_success_total", "sim\",finished_reason=\"stop")).isEqualTo(1);
    assertThat(value("request_success_total", "sim\",finished_reason=\"length")).isEqualTo(1);
    assertThat(value("generation_tokens_total", "swift-8b")).isZero();
  }

  @Test
  void runningAndWaitingRequestsAreToldApart() throws Exception {
    try (RawClient running = new RawClient(simulator).ask("sim?fault=stall&at=5&gap=0&ttft=0");
        RawClient waiting = new RawClient(simulator).ask("sim?queue=600s")) {
      simulator.log().await(2, exchange -> exchange.status() == 200, SOON);
      simulator.log().await(exchange -> exchange.fault() == Fault.STALL, SOON);
      assertThat(value("num_requests_running", "sim")).isEqualTo(1);
      assertThat(value("num_requests_waiting", "sim")).isEqualTo(1);
      assertThat(value("kv_cache_usage_perc", "sim")).isPositive();
    }
    simulator.log().await(2, exchange -> exchange.ended(End.CLIENT_CLOSED), SOON);
    assertThat(value("num_requests_running", "sim")).isZero();
    assertThat(value("num_requests_waiting", "sim")).isZero();
    assertThat(value("kv_cache_usage_perc", "sim")).isZero();
    assertThat(value("request_success_total", "sim\",finished_reason=\"abort")).isEqualTo(2);
  }

  private double value(String name, String model) {
    String start = "vllm:" + name + "{engine=\"0\",model_name=\"" + model + "\"} ";
    return client
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + start));
  }
}
