/**
 * GraphQL over HTTP, and what every HTTP answer has: request id, guarded origin, one form of error.
 */
@NullMarked
package dev.assay.graphql.http;

import org.jspecify.annotations.NullMarked;
