package dev.assay.identity;

import java.util.UUID;

/** An API token's id. */
record ApiTokenId(UUID value) {}
