/**
 * Batches: many messages asked the same way, one run a message, begun as places become free. Uses
 * {@code run}, {@code access}, {@code event}, {@code database}, {@code graphql} and {@code
 * identity}.
 */
@NullMarked
package dev.assay.run.batch;

import org.jspecify.annotations.NullMarked;
