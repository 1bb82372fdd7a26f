package dev.assay.graphql;

import graphql.ExecutionResult;
import java.util.Objects;
import org.reactivestreams.Publisher;

/** What becomes of a request. {@link Answer} writes its results. */
public sealed interface Reply {

  /** Nothing was executed, or a subscription could not begin; the result has errors and no data. */
  record Refused(ExecutionResult result) implements Reply {}

  /** A query or mutation was executed; the result has data, and perhaps errors. */
  record Single(ExecutionResult result) implements Reply {}

  /**
   * A subscription began. It delivers once, to one subscriber, who must subscribe or the source
   * stays open.
   */
  record Stream(Publisher<ExecutionResult> results) implements Reply {}

  /** The result of a request that may not be a subscription. */
  default ExecutionResult result() {
    return switch (this) {
      case Refused refused -> refused.result;
      case Single single -> single.result;
      case Stream stream -> throw new IllegalStateException(Objects.toString(stream));
    };
  }
}
