/**
 * Numbered, replayable events of a key, from whoever publishes to whoever reads. Uses no other
 * package.
 */
@NullMarked
package dev.assay.event;

import org.jspecify.annotations.NullMarked;
