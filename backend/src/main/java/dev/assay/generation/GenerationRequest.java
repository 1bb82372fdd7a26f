package dev.assay.generation;

import dev.assay.access.Owner;
import dev.assay.model.ModelServer;
import dev.assay.provider.ChatRequest;

/**
 * One answer to make.
 *
 * @param server whom to ask, and whose queue it waits in
 * @param owner for whom; owners take turns in the queue
 * @param startNanos {@link System#nanoTime} when the asker began; the wait in the queue counts from
 *     here
 */
public record GenerationRequest(
    ModelServer server, Owner owner, ChatRequest chat, long startNanos) {}
