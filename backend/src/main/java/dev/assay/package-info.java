/**
 * Start-up: puts the floors together and opens the doors. It may use every package, and nobody uses
 * it.
 */
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
