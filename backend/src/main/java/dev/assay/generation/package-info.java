/**
 * One answer of one model, whoever asked: its place in the queue, its stream, its timings, its
 * checkpoints. Uses floors 0 to 3.
 */
@Configuration
@NullMarked
@RequiresDatabase
package dev.assay.generation;

import dev.assay.database.RequiresDatabase;
import io.micronaut.context.annotation.Configuration;
import org.jspecify.annotations.NullMarked;
