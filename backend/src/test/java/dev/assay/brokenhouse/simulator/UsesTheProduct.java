package dev.assay.brokenhouse.simulator;

import dev.assay.brokenhouse.identity.User;

/** The simulator may use nothing. */
record UsesTheProduct(User user) {}
