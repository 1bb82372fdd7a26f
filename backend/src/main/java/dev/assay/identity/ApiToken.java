package dev.assay.identity;

import dev.assay.graphql.TokenScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a script acts for a person.
 *
 * @param prefix how its text begins
 * @param lastUsedAt to the minute
 */
record ApiToken(
    ApiTokenId id,
    String name,
    String prefix,
    List<TokenScope> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
