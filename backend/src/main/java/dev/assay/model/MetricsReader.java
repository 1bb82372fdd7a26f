package dev.assay.model;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.assay.error.AppException;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Protocol;
import dev.assay.provider.Upstream;
import dev.assay.provider.UpstreamRequest;
import dev.assay.provider.UpstreamResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads what vLLM and SGLang tell of themselves at {@code /metrics}. However many ask, a server is
 * asked once a second; one that tells nothing is left alone for a while.
 */
@Singleton
final class MetricsReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MAX_SERVERS = 10_000;
  private static final int MAX_BYTES = 2 * 1024 * 1024;

  private final Upstream upstream;

  /** Waited for outside of the cache's locks, so that a slow server holds up no other's. */
  private final AsyncCache<ServerId, Optional<ServerMetrics>> readings =
      Caffeine.newBuilder()
          .maximumSize(MAX_SERVERS)
          .expireAfter(
              Expiry.<ServerId, Optional<ServerMetrics>>creating(
                  (_, reading) -> reading.isPresent() ? FRESH : LEFT_ALONE))
          .executor(task -> Thread.ofVirtual().name("metrics").start(task))
          .buildAsync();

  private final Cache<ServerId, Lookups> before =
      Caffeine.newBuilder().maximumSize(MAX_SERVERS).expireAfterWrite(REMEMBERED).build();

  MetricsReader(Upstream upstream) {
    this.upstream = upstream;
  }

  /** Prompt tokens that were looked up in the prefix cache, since the server's start. */
  private record Lookups(double queries, double hits) {
    /** Null where there were none since then; a server that started anew counts from nought. */
    @Nullable Double rateSince(@Nullable Lookups earlier) {
      if (earlier != null && queries >= earlier.queries && hits >= earlier.hits) {
        return new Lookups(queries - earlier.queries, hits - earlier.hits).rate();
      }
      return rate();
    }

    private @Nullable Double rate() {
      return queries > 0 ? Double.valueOf(Math.min(hits / queries, 1)) : null;
    }
  }

  /** What the server tells now; null where it tells nothing. Never fails for what a server does. */
  CompletableFuture<@Nullable ServerMetrics> read(ModelServer server) {
    CompletableFuture<Optional<ServerMetrics>> reading =
        readings.get(server.id(), _ -> Optional.ofNullable(ask(server)));
    return reading.thenApply(told -> told.orElse(null));
  }

  private @Nullable ServerMetrics ask(ModelServer server) {
    if (server.protocol() != Protocol.OPENAI) {
      return null;
    }
    URI address = address(server.endpointUrl());
    // Without the key: these figures need none.
    Endpoint endpoint = new Endpoint(address, server.protocol(), null);
    try {
      String text =
          upstream.ask(
              UpstreamRequest.get(address.toString()), endpoint, TIMEOUT, MetricsReader::text);
      return text == null ? null : metrics(server.id(), PrometheusText.parse(text));
    } catch (AppException e) {
      return null;
    }
  }

  /** Beside the OpenAI paths, not below them. */
  private static URI address(String endpointUrl) {
    return URI.create(endpointUrl.replaceFirst("/v1$", "") + "/metrics");
  }

  private static @Nullable String text(UpstreamResponse response) {
    return response.status() == 200
        ? new String(response.whole(MAX_BYTES), StandardCharsets.UTF_8)
        : null;
  }

  private @Nullable ServerMetrics metrics(ServerId server, PrometheusText text) {
    Double running = text.sum("vllm:num_requests_running", "sglang:num_running_reqs");
    if (running == null) {
      return null;
    }
    Double waiting = text.sum("vllm:num_requests_waiting", "sglang:num_queue_reqs");
    return new ServerMetrics(
        running.intValue(),
        waiting == null ? null : Integer.valueOf(waiting.intValue()),
        text.mean("vllm:kv_cache_usage_perc", "vllm:gpu_cache_usage_perc", "sglang:token_usage"),
        hitRate(server, text),
        Instant.now());
  }

  private @Nullable Double hitRate(ServerId server, PrometheusText text) {
    Double queries = text.sum("vllm:prefix_cache_queries_total", "vllm:prefix_cache_queries");
    Double hits = text.sum("vllm:prefix_cache_hits_total", "vllm:prefix_cache_hits");
    if (queries == null || hits == null) {
      return text.mean("sglang:cache_hit_rate");
    }
    Lookups now = new Lookups(queries, hits);
    Lookups earlier = before.getIfPresent(server);
    before.put(server, now);
    return now.rateSince(earlier);
  }
}
