package dev.assay.model;

import dev.assay.provider.Endpoint;

/**
 * A model with all that is needed to ask it.
 *
 * @param endpoint holds the server's key in clear text: keep it no longer than the asking takes
 */
public record ModelTarget(Model model, Endpoint endpoint) {}
