package dev.assay.brokenhouse.identity;

import dev.assay.brokenhouse.StartUp;

/** Nobody may use start-up. */
record UsesStartUp(StartUp startUp) {}
