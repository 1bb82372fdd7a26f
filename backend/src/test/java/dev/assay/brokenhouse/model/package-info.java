@NullMarked
package dev.assay.brokenhouse.model;

import org.jspecify.annotations.NullMarked;
