package dev.assay.provider.gemini;

import dev.assay.graphql.Json;
import dev.assay.provider.UpstreamErrors.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error: Google's {@code Status} under {@code error}, in a list where the stream is
 * not one of events.
 *
 * @param isKeyInvalid whether it says that the key is wrong, for which Google has no status of its
 *     own
 */
record GeminiErrorBody(Said said, boolean isKeyInvalid) {
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)s");

  /** Says nothing where it is not the protocol's JSON. */
  static GeminiErrorBody parse(byte[] body) {
    Object value = read(body);
    Object first = value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
    Object error = first instanceof Map<?, ?> map ? map.get("error") : null;
    if (!(error instanceof Map<?, ?> status)) {
      return new GeminiErrorBody(Said.of(null), false);
    }
    Object message = status.get("message");
    List<?> details = status.get("details") instanceof List<?> list ? list : List.of();
    return new GeminiErrorBody(
        new Said(message instanceof String text ? text : null, retrySeconds(details)),
        details.stream().anyMatch(GeminiErrorBody::isAboutKey));
  }

  private static @Nullable Object read(byte[] body) {
    try {
      return Json.read(new ByteArrayInputStream(body));
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isAboutKey(Object detail) {
    return detail instanceof Map<?, ?> map && "API_KEY_INVALID".equals(map.get("reason"));
  }

  private static @Nullable String retrySeconds(List<?> details) {
    for (Object detail : details) {
      if (detail instanceof Map<?, ?> map && map.get("retryDelay") instanceof String delay) {
        Matcher seconds = SECONDS.matcher(delay);
        return seconds.matches() ? roundedUp(seconds.group(1)) : null;
      }
    }
    return null;
  }

  private static String roundedUp(String seconds) {
    return new BigDecimal(seconds).setScale(0, RoundingMode.CEILING).toString();
  }
}
