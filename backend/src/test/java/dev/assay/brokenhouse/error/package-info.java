@NullMarked
package dev.assay.brokenhouse.error;

import org.jspecify.annotations.NullMarked;
