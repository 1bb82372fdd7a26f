package dev.assay.identity;

import java.time.Instant;

/**
 * A browser in which somebody signed in.
 *
 * @param device browser and system, such as {@code Firefox on Linux}
 * @param lastUsedAt to the minute
 */
record Session(
    SessionId id,
    String device,
    String address,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
