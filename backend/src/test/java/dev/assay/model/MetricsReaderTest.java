package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Json;
import org.junit.jupiter.api.Test;

/** What servers tell of themselves. */
class MetricsReaderTest extends WithModelServer {
  @Test
  void aServerTellsOfItself() {
    metrics =
        """
        # HELP vllm:num_requests_running Number of requests in model execution batches.
        vllm:num_requests_running{engine="0",model_name="a} b"} 3.0
        vllm:num_requests_running{engine="1",model_name="b"} 2.0
        vllm:num_requests_waiting{engine="0"} 7
        vllm:kv_cache_usage_perc{engine="0"} 0.5
        vllm:kv_cache_usage_perc{engine="1"} 0.25
        vllm:prefix_cache_queries_total{engine="0"} 1000
        vllm:prefix_cache_hits_total{engine="0"} 250
        vllm:estimated_flops NaN
        broken
        """;
    String model = server.client().model("model-a", address());
    Json told = metricsOf(model);
    assertThat(told.get("runningRequests").integer()).isEqualTo(5);
    assertThat(told.get("waitingRequests").integer()).isEqualTo(7);
    assertThat(told.get("kvCacheUsage").number()).isEqualTo(0.375);
    assertThat(told.get("prefixCacheHitRate").number()).isEqualTo(0.25);
  }

  @Test
  void aServerThatTellsNothingHasNoMetrics() {
    assertThat(metricsOf(server.client().model("model-a", address())).isNull()).isTrue();
  }

  private Json metricsOf(String model) {
    return model(
            model,
            "server { metrics { runningRequests waitingRequests kvCacheUsage prefixCacheHitRate }"
                + " }")
        .get("server")
        .get("metrics");
  }
}
