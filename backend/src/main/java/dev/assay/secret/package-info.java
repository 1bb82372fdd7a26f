/**
 * The keys of the server, and the encryption of those that people store with us. Uses {@code
 * error}.
 *
 * <p>A stored text has Tink's own form: a one, four bytes that name the key, nonce, text and tag.
 * So a later version can tell which key a row was encrypted with, and change keys row by row.
 */
@NullMarked
package dev.assay.secret;

import org.jspecify.annotations.NullMarked;
