package dev.assay;

import dev.assay.error.AppException;
import java.net.BindException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a start ends that cannot succeed. */
final class FailedStart {
  private static final Logger LOG = LoggerFactory.getLogger(FailedStart.class);
  private static final int EXIT_CODE = 1;

  private FailedStart() {}

  /**
   * Ends the process with the sentence that says what to do. Where nobody wrote one, the framework
   * tells all that it knows.
   */
  static int end(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AppException told) {
        LOG.error("{}", told.getMessage());
        System.exit(EXIT_CODE);
      }
      if (cause instanceof BindException) {
        LOG.error("{}. Another program has it; choose another by PORT.", failure.getMessage());
        System.exit(EXIT_CODE);
      }
    }
    return EXIT_CODE;
  }
}
