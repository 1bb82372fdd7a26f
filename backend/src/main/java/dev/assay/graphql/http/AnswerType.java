package dev.assay.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The two forms of a GraphQL answer. They differ in the status of a request that was understood but
 * not executed.
 */
enum AnswerType {
  /** The newer form: such a request is a 400. */
  GRAPHQL_RESPONSE("application", "graphql-response+json"),
  /** The older form: such a request is a 200, because a proxy may have made any other status. */
  JSON("application", "json");

  private final MediaType mediaType;

  AnswerType(String type, String subtype) {
    this.mediaType = MediaType.of(type + "/" + subtype + "; charset=utf-8");
  }

  MediaType mediaType() {
    return mediaType;
  }

  /** The status of an answer without data to a well-formed request. */
  HttpStatus statusWithoutData() {
    return this == JSON ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
  }

  /**
   * What the request accepts, {@link #JSON} where it leaves the choice; empty where it accepts
   * neither.
   */
  static Optional<AnswerType> acceptedBy(HttpRequest<?> request) {
    if (!request.getHeaders().contains(HttpHeaders.ACCEPT)) {
      return Optional.of(JSON);
    }
    List<MediaType> accepted = MediaType.orderedOf(request.getHeaders().getAll(HttpHeaders.ACCEPT));
    return accepted.stream()
        .filter(type -> type.getQualityAsNumber().compareTo(BigDecimal.ZERO) > 0)
        .sorted(Comparator.comparing(MediaType::getQualityAsNumber).reversed())
        .flatMap(type -> of(type).stream())
        .findFirst();
  }

  private static Optional<AnswerType> of(MediaType accepted) {
    return switch (accepted.getName()) {
      case "application/graphql-response+json" -> Optional.of(GRAPHQL_RESPONSE);
      case "application/json", "application/*", "*/*" -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }
}
