/** The clients of others against the running server. */
@NullMarked
package dev.assay.graphql.client;

import org.jspecify.annotations.NullMarked;
