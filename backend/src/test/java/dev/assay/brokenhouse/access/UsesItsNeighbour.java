package dev.assay.brokenhouse.access;

import dev.assay.brokenhouse.identity.User;

/** Floor 2 uses floor 2. */
record UsesItsNeighbour(User user) {}
