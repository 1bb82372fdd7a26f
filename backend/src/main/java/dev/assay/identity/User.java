package dev.assay.identity;

import dev.assay.graphql.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param issuer who vouches for the person
 * @param email only one that the issuer has verified
 * @param hasPicture whether we keep a picture
 * @param isAdministrator by the settings of this moment
 * @param lastSeenAt to the minute
 * @param deactivatedAt since when the person is locked out
 */
record User(
    UserId id,
    String issuer,
    String name,
    @Nullable String email,
    boolean hasPicture,
    boolean isAdministrator,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    @Nullable Instant deactivatedAt) {}
