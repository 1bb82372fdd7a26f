/** What tests of several features share: a whole server and clients for it. */
@NullMarked
package dev.assay.testing;

import org.jspecify.annotations.NullMarked;
