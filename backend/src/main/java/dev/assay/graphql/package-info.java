/**
 * The schema's loading, scalars and wiring, the caller, and the HTTP and websocket transport. Uses
 * floor 0.
 */
@NullMarked
package dev.assay.graphql;

import org.jspecify.annotations.NullMarked;
