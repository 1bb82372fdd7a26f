package dev.assay.identity;

import java.util.UUID;

/** A session's id. */
record SessionId(UUID value) {}
