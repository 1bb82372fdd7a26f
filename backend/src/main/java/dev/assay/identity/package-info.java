/** Who calls: users and, later, sessions and sign-in. Uses floors 0 and 1. */
@NullMarked
package dev.assay.identity;

import org.jspecify.annotations.NullMarked;
