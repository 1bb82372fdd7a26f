package dev.assay.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The system prompt of a run or a lane.
 *
 * @param text empty for none
 * @param promptVersionId the version whose text it is; null where it was typed
 */
public record SystemPrompt(String text, @Nullable UUID promptVersionId) {
  /** Nothing is said to the model before the message. */
  public static final SystemPrompt NONE = new SystemPrompt("", null);
}
