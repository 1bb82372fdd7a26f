/** Programs that ask what a lane or a prompt version asks. */
@Configuration
@NullMarked
@RequiresDatabase
package dev.assay.run.code;

import dev.assay.database.RequiresDatabase;
import io.micronaut.context.annotation.Configuration;
import org.jspecify.annotations.NullMarked;
