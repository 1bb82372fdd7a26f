/**
 * What the repeats of a run tell: how each lane's answers are distributed, and whether two lanes
 * can be told apart. Uses {@code run}, {@code generation} and {@code graphql}.
 */
@NullMarked
package dev.assay.run.statistics;

import org.jspecify.annotations.NullMarked;
