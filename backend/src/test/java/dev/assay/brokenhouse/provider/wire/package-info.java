@NullMarked
package dev.assay.brokenhouse.provider.wire;

import org.jspecify.annotations.NullMarked;
