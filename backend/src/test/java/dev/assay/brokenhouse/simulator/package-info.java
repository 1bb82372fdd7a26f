@NullMarked
package dev.assay.brokenhouse.simulator;

import org.jspecify.annotations.NullMarked;
