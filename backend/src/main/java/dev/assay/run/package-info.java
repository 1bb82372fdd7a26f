/**
 * Runs: one message asked of many lanes at once, their live events, their results and their
 * history. Uses floors 0 to 4.
 */
@Configuration
@NullMarked
@RequiresDatabase
package dev.assay.run;

import dev.assay.database.RequiresDatabase;
import io.micronaut.context.annotation.Configuration;
import org.jspecify.annotations.NullMarked;
