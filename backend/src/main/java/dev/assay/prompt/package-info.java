/**
 * Prompts and their versions, which never change. Uses floors 0 to 2.
 *
 * <p>Whoever asks for a prompt by {@link dev.assay.access.Owner} gets that owner's only: somebody
 * else's is as unknown as one that never was.
 */
@Configuration
@RequiresDatabase
@NullMarked
package dev.assay.prompt;

import dev.assay.database.RequiresDatabase;
import io.micronaut.context.annotation.Configuration;
import org.jspecify.annotations.NullMarked;
