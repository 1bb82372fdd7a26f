package dev.assay.prompt;

import dev.assay.graphql.Caller;
import java.util.UUID;

/** Knows which models a version may be written for. Whoever may use both implements it. */
public interface SuggestedModels {
  /** Whether the caller could ask this model. */
  boolean isKnown(Caller caller, UUID model);
}
