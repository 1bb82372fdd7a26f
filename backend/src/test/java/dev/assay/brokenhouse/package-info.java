@NullMarked
package dev.assay.brokenhouse;

import org.jspecify.annotations.NullMarked;
