package dev.assay.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model server tells of itself; null where it does not tell. GraphQL reads its fields by
 * name.
 *
 * @param runningRequests vLLM's {@code num_requests_running}
 * @param waitingRequests vLLM's {@code num_requests_waiting}
 * @param kvCacheUsage vLLM's {@code kv_cache_usage_perc}, 0 to 1
 * @param prefixCacheHitRate of the prompt tokens that were looked up since the reading before, 0 to
 *     1; null where none were
 */
record ServerMetrics(
    @Nullable Integer runningRequests,
    @Nullable Integer waitingRequests,
    @Nullable Double kvCacheUsage,
    @Nullable Double prefixCacheHitRate,
    Instant readAt) {}
