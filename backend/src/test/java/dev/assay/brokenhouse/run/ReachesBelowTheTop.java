package dev.assay.brokenhouse.run;

import dev.assay.brokenhouse.provider.wire.Frame;

/** Uses what another package hides. */
record ReachesBelowTheTop(Frame frame) {}
