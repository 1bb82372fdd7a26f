/**
 * Checks that an answer passes or does not. Uses {@code error} and {@code graphql}; knows nothing
 * of runs.
 */
@NullMarked
package dev.assay.run.check;

import org.jspecify.annotations.NullMarked;
