/** What kinds of network addresses there are. Uses nothing of the house. */
@NullMarked
package dev.assay.provider.address;

import org.jspecify.annotations.NullMarked;
