@NullMarked
package dev.assay.brokenhouse.access;

import org.jspecify.annotations.NullMarked;
