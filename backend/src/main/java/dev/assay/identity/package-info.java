/**
 * Who calls: people, their sessions and API tokens, the sign-in, and what becomes of a person's
 * data. Uses floors 0 and 1.
 *
 * <p>A person signs in at an OpenID provider and gets a {@link dev.assay.identity.Session}: an
 * access token that is asked about with every request, and a refresh token that renews it. What
 * others keep of a person they export and delete as {@link dev.assay.identity.AccountData}.
 */
@NullMarked
package dev.assay.identity;

import org.jspecify.annotations.NullMarked;
