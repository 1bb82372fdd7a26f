package dev.assay.model;

import java.util.List;

/** A model server that runs on this machine. GraphQL reads its fields by name. */
record LocalServer(ServerKind kind, String endpointUrl, List<Offer> models) {}
