package dev.assay.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import graphql.ExecutionInput;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private final ExecutionInput input = ExecutionInput.newExecutionInput("{ a }").build();

  @Test
  void whatTakesTooLongIsWokenAndRefused() {
    TimeLimit limit = new TimeLimit(Duration.ofMillis(50));
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(() ->
            limit.within(
                new Execution(input),
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return "late";
                }))
        .isInstanceOfSatisfying(
            AppException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.QUERY_TOO_COMPLEX));
    assertThat(input.isCancelled()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatIsInTimeIsNotTouched() {
    TimeLimit limit = new TimeLimit(Duration.ofSeconds(30));

    assertThat(limit.within(new Execution(input), () -> "in time")).isEqualTo("in time");
    assertThat(input.isCancelled()).isFalse();
  }
}
