/**
 * The one way to say that something went wrong: a closed set of codes and the exception that
 * carries one. Uses no other package.
 */
@NullMarked
package dev.assay.error;

import org.jspecify.annotations.NullMarked;
