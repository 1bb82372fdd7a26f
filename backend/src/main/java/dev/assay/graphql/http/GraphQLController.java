package dev.assay.graphql.http;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.ClientAddresses;
import dev.assay.graphql.Engine;
import dev.assay.graphql.GraphQLRequest;
import dev.assay.graphql.Reply;
import dev.assay.graphql.RequestId;
import dev.assay.graphql.RequestRate;
import graphql.language.OperationDefinition.Operation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /graphql}, as the GraphQL-over-HTTP specification has it. Queries may come by GET, the
 * rest may not.
 */
@Controller("/graphql")
@ExecuteOn(TaskExecutors.VIRTUAL)
final class GraphQLController {
  private static final Set<Operation> BY_POST = Set.of(Operation.QUERY, Operation.MUTATION);
  private static final Set<Operation> BY_GET = Set.of(Operation.QUERY);

  /** Who is not signed in needs few requests; all that come from one address share them. */
  private static final int STRANGERS_PER_MINUTE = 600;

  private final Engine engine;
  private final Callers callers;
  private final ClientAddresses addresses;
  private final LargeBodies bodies;
  private final RequestRate<InetAddress> strangers = new RequestRate<>(STRANGERS_PER_MINUTE);

  GraphQLController(Engine engine, Callers callers, ClientAddresses addresses, LargeBodies bodies) {
    this.bodies = bodies;
    this.engine = engine;
    this.callers = callers;
    this.addresses = addresses;
  }

  @Post(consumes = MediaType.ALL, produces = MediaType.ALL)
  HttpResponse<?> post(HttpRequest<?> request, @Body InputStream body) throws IOException {
    try (body) {
      // A browser sends any other type to a foreign server without asking it first.
      if (!RequestReader.isJson(request)) {
        return refuse(
            request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
      }
      long bytes = request.getContentLength();
      HttpResponse<?> answer =
          answer(request, bytes, () -> RequestReader.ofBody(body, bytes), BY_POST);
      if (bytes > 0 && bytes <= LargeBodies.MOST_BYTES) {
        RequestReader.skipRest(body);
      }
      return answer;
    }
  }

  @Get(produces = MediaType.ALL)
  HttpResponse<?> get(HttpRequest<?> request) {
    return answer(request, 0, () -> RequestReader.ofQuery(request.getParameters()), BY_GET);
  }

  private HttpResponse<?> answer(
      HttpRequest<?> http, long bytes, Supplier<GraphQLRequest> source, Set<Operation> kinds) {
    Optional<AnswerType> type = AnswerType.acceptedBy(http);
    if (type.isEmpty()) {
      return refuse(
          http,
          HttpStatus.NOT_ACCEPTABLE,
          "Accept application/graphql-response+json or application/json.");
    }
    RequestId id = RequestIds.of(http);
    try {
      Caller caller = caller(http);
      try (LargeBodies.Room _ = bodies.enter(caller, bytes)) {
        Reply reply = engine.execute(source.get(), caller, id, kinds);
        return ResultAnswers.of(reply.result(), type.get(), id);
      }
    } catch (BodyTooLarge e) {
      return ErrorAnswers.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, BodyTooLarge.ERROR, id)
          .contentType(type.get().mediaType());
    } catch (RuntimeException e) {
      return ErrorAnswers.of(e, id).contentType(type.get().mediaType());
    }
  }

  private @Nullable Caller caller(HttpRequest<?> http) {
    try {
      Caller caller = callers.of(http, http.getHeaders().get(HttpHeaders.AUTHORIZATION));
      if (caller == null) {
        strangers.count(addresses.of(http));
      }
      return caller;
    } catch (AppException e) {
      if (e.code() == ErrorCode.UNAUTHENTICATED) {
        strangers.count(addresses.of(http));
      }
      throw e;
    }
  }

  private static HttpResponse<?> refuse(HttpRequest<?> request, HttpStatus status, String message) {
    AppException error = new AppException(ErrorCode.BAD_USER_INPUT, message);
    return ErrorAnswers.of(status, error, RequestIds.of(request));
  }
}
