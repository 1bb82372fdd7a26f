package dev.assay.prompt;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.TestCallers;
import dev.assay.identity.LocalCallers;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets a test call as several people. */
@Singleton
@Replaces(LocalCallers.class)
@Requires(property = "assay.test.callers")
final class HeaderCallers implements Callers {
  private final TestCallers callers = new TestCallers();

  @Override
  public @Nullable Caller of(HttpRequest<?> request) {
    return callers.of(request);
  }

  @Override
  public boolean isStillValid(Caller caller) {
    return callers.isStillValid(caller);
  }
}
