@NullMarked
package dev.assay.brokenhouse.run;

import org.jspecify.annotations.NullMarked;
