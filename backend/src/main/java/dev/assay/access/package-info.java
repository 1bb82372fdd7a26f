/**
 * Who may do what with an owned row: one predicate for every query and mutation. Uses floors 0 and
 * 1.
 */
@NullMarked
package dev.assay.access;

import org.jspecify.annotations.NullMarked;
