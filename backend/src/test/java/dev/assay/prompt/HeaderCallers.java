package dev.assay.prompt;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.TestCallers;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a test call as several people. */
@Singleton
@Primary
@Requires(property = "assay.test.callers")
final class HeaderCallers implements Callers {
  private final TestCallers callers = new TestCallers();

  @Override
  public @Nullable Caller of(HttpRequest<?> request, @Nullable String authorization) {
    return callers.of(request, authorization);
  }

  @Override
  public Set<Caller> valid(Set<Caller> everybody) {
    return callers.valid(everybody);
  }
}
