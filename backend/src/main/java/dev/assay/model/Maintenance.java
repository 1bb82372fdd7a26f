package dev.assay.model;

import java.time.Instant;

/**
 * Why a model server should not be asked.
 *
 * @param message in its owner's words; empty where there are none
 * @param since when it began
 */
public record Maintenance(String message, Instant since) {}
