package dev.assay.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a session cannot go over GraphQL, because it sets cookies. Everything that changes
 * something is a POST of JSON, which no form and no foreign page can send.
 */
@Controller("/auth")
@ExecuteOn(TaskExecutors.VIRTUAL)
final class SessionController {
  private final SignInMode mode;
  private final SignInProviders providers;
  private final SignInAttempts attempts;
  private final AdministratorLink link;
  private final Sessions sessions;
  private final BrowserSessions browser;

  SessionController(
      SignInMode mode,
      SignInProviders providers,
      SignInAttempts attempts,
      AdministratorLink link,
      Sessions sessions,
      BrowserSessions browser) {
    this.mode = mode;
    this.providers = providers;
    this.attempts = attempts;
    this.link = link;
    this.sessions = sessions;
    this.browser = browser;
  }

  /**
   * How people get in.
   *
   * @param isLocal whether nobody needs to sign in
   * @param hasLink whether the administrator's link is the only way
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Methods(boolean isLocal, List<Provider> providers, boolean hasLink) {}

  /**
   * An OpenID provider.
   *
   * @param id what {@code /auth/login/} is followed by
   * @param name for people
   */
  @Serdeable
  record Provider(String id, String name) {}

  /** The text of an administrator's link. */
  @Serdeable
  record LinkRequest(@Nullable String token) {}

  /** Until when the session may ask without being renewed. */
  @Serdeable
  record Renewed(Instant accessExpiresAt) {}

  @Get("/methods")
  Methods methods() {
    return new Methods(
        mode.isLocal(),
        mode.providers().stream().map(id -> new Provider(id, providers.name(id))).toList(),
        mode.hasLink());
  }

  @Post(value = "/refresh", consumes = MediaType.APPLICATION_JSON)
  HttpResponse<Renewed> refresh(HttpRequest<?> request) {
    Sessions.Grant grant = browser.renew(request);
    if (grant == null) {
      attempts.count(request);
      throw new AppException(ErrorCode.UNAUTHENTICATED, "The session has ended. Sign in again.");
    }
    return granted(request, grant);
  }

  @Post(value = "/link", consumes = MediaType.APPLICATION_JSON)
  HttpResponse<Renewed> link(HttpRequest<?> request, @Body LinkRequest body) {
    attempts.count(request);
    if (body.token() == null || !link.use(body.token())) {
      throw new AppException(
          ErrorCode.UNAUTHENTICATED,
          "This link was used, is too old, or belongs to an earlier start. Restart the server for a"
              + " new one.");
    }
    return granted(request, sessions.open(LocalUser.ID, browser.visit(request)));
  }

  @Post(value = "/sign-out", consumes = MediaType.APPLICATION_JSON)
  HttpResponse<?> signOut(HttpRequest<?> request) {
    browser.end(request);
    MutableHttpResponse<?> answer = HttpResponse.noContent();
    browser.forget(request, answer);
    return answer;
  }

  private HttpResponse<Renewed> granted(HttpRequest<?> request, Sessions.Grant grant) {
    MutableHttpResponse<Renewed> answer = HttpResponse.ok();
    Instant until = browser.remember(request, answer, grant);
    return answer.body(new Renewed(until));
  }
}
