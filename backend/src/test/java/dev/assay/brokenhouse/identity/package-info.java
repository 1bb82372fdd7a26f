@NullMarked
package dev.assay.brokenhouse.identity;

import org.jspecify.annotations.NullMarked;
