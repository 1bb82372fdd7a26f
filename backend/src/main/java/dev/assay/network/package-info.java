/** What kinds of network addresses there are. Uses no other package. */
@NullMarked
package dev.assay.network;

import org.jspecify.annotations.NullMarked;
