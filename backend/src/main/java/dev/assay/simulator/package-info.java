/**
 * An OpenAI-compatible model server that needs no GPU, for newcomers, tests and the bench: only
 * start-up and tests know it, and it uses no other package.
 */
@NullMarked
package dev.assay.simulator;

import org.jspecify.annotations.NullMarked;
