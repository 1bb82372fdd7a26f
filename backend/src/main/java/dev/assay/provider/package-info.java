/**
 * How model servers are spoken to: one blocking, cancellable stream call, with a sub-package for
 * each wire protocol. Uses floors 0 and 1.
 */
@NullMarked
package dev.assay.provider;

import org.jspecify.annotations.NullMarked;
