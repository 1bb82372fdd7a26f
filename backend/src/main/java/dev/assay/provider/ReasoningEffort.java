package dev.assay.provider;

import java.util.Locale;

/** How much a reasoning model is to think before it answers. */
public enum ReasoningEffort {
  /** Not at all. */
  NONE,
  /** As little as it can. */
  MINIMAL,
  /** Little. */
  LOW,
  /** As much as usual. */
  MEDIUM,
  /** Much. */
  HIGH;

  /** The name as servers write it, such as {@code low}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
