package dev.assay.identity;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.Credential;
import dev.assay.graphql.UserId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What of an account is a file: its picture, and everything in it to take along. */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
final class AccountController {
  private final Callers callers;
  private final Pictures pictures;
  private final AccountExport export;
  private final ExecutorService threads;

  AccountController(
      Callers callers,
      Pictures pictures,
      AccountExport export,
      @Named(TaskExecutors.VIRTUAL) ExecutorService threads) {
    this.callers = callers;
    this.pictures = pictures;
    this.export = export;
    this.threads = threads;
  }

  /** A person's picture, for the person and for administrators. */
  @Get(value = "/pictures/{id}", produces = MediaType.ALL)
  HttpResponse<?> picture(HttpRequest<?> request, UUID id) {
    Caller caller = caller(request);
    boolean isSeen = caller.isAdministrator() || caller.id().value().equals(id);
    Pictures.Picture picture = isSeen ? pictures.find(new UserId(id)) : null;
    if (picture == null) {
      throw AppException.notFound("picture");
    }
    return HttpResponse.ok(picture.content())
        .contentType(picture.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300");
  }

  /** Everything that the caller has, as one JSON object. It is read while it is sent. */
  @Get(value = "/account/export", produces = MediaType.APPLICATION_JSON)
  HttpResponse<Publisher<byte[]>> export(HttpRequest<?> request) {
    Caller caller = caller(request);
    if (caller.credential().kind() == Credential.Kind.API_TOKEN) {
      throw new AppException(
          ErrorCode.FORBIDDEN, "API tokens may not do this. Sign in on the page.");
    }
    Flux<byte[]> parts =
        Flux.fromIterable(export.parts(caller.id()))
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            .subscribeOn(Schedulers.fromExecutorService(threads));
    return HttpResponse.<Publisher<byte[]>>ok(parts)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assay-export.json\"");
  }

  private Caller caller(HttpRequest<?> request) {
    Caller caller = callers.of(request, request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    if (caller == null) {
      throw new AppException(ErrorCode.UNAUTHENTICATED, "Sign in to do this.");
    }
    return caller;
  }
}
