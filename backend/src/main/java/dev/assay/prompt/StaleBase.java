package dev.assay.prompt;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.util.HashMap;
import java.util.Map;

/** The error of a change whose base is no longer the newest version: both texts, to merge by. */
final class StaleBase {
  private StaleBase() {}

  static AppException error(PromptChange change, int newestNumber, PromptBody newest) {
    Map<String, Object> details = new HashMap<>();
    details.put("baseVersionNumber", change.baseVersionNumber());
    details.put("currentVersionNumber", newestNumber);
    details.put("currentContent", newest.content());
    String yours = change.body().content();
    if (yours != null) {
      details.put("yourContent", yours);
    }
    return new AppException(
        ErrorCode.CONFLICT,
        "The prompt has changed meanwhile: its newest version is number " + newestNumber + ".",
        details);
  }
}
