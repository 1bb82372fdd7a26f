package dev.assay.identity;

import org.jspecify.annotations.Nullable;

/**
 * What an issuer says of a person.
 *
 * @param subject the person's id at the issuer, which never changes
 * @param email null unless the issuer has verified it
 * @param pictureUrl where the picture can be had
 */
record Profile(
    String issuer,
    String subject,
    String name,
    @Nullable String email,
    @Nullable String pictureUrl) {}
