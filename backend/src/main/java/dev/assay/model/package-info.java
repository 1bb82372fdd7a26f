/** Model servers and the models that they offer. Uses floors 0 to 2. */
@Configuration
@NullMarked
@RequiresDatabase
package dev.assay.model;

import dev.assay.database.RequiresDatabase;
import io.micronaut.context.annotation.Configuration;
import org.jspecify.annotations.NullMarked;
