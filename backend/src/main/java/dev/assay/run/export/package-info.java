/** Runs as files: written out in several formats, and read back. */
@Configuration
@NullMarked
@RequiresDatabase
package dev.assay.run.export;

import dev.assay.database.RequiresDatabase;
import io.micronaut.context.annotation.Configuration;
import org.jspecify.annotations.NullMarked;
