package dev.assay.identity;

/** From where somebody asks, as the list of sessions shows it. */
record Visit(String device, String address) {}
