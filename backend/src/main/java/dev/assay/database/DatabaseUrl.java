package dev.assay.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and as whom to go there. Its text never holds the password.
 *
 * @param jdbc the address in JDBC's form, without user and password
 * @param user null for the driver's default
 * @param password null where none is needed
 */
public record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {
  private static final String FORM = "postgresql://user:password@host:5432/database";

  /** The user ends at the first colon, the password at the last at sign before a slash. */
  private static final Pattern URL =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:/?#]*?)(?::(?<password>[^/?#]*))?@)?"
              + "(?<hosts>[^@/?#]+)/(?<database>[^/?#]+)(?:\\?(?<parameters>[^#]*))?");

  /** Names that libpq and the JDBC driver spell differently. */
  private static final Map<String, String> JDBC_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout");

  /**
   * Reads {@code postgresql://user:password@host:5432/database?sslmode=require}, with user,
   * password, database and parameters percent-encoded where needed. Throws {@link
   * IllegalArgumentException} whose message does not hold the URL, as that may hold a password.
   */
  public static DatabaseUrl parse(String url) {
    Matcher matcher = URL.matcher(url.trim());
    if (!matcher.matches()) {
      throw bad(
          "it is not of the form "
              + FORM
              + " (in the password, write / as %2F, ? as %3F, # as %23)");
    }
    Map<String, String> parameters = parameters(matcher.group("parameters"));
    String user = parameters.remove("user");
    String password = parameters.remove("password");
    return new DatabaseUrl(
        "jdbc:postgresql://%s/%s%s"
            .formatted(
                matcher.group("hosts"),
                encode(decode(matcher.group("database"))),
                query(parameters)),
        user == null ? decodeOrNull(matcher.group("user")) : user,
        password == null ? decodeOrNull(matcher.group("password")) : password);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw bad("behind the question mark stand name=value pairs, with & between them");
      }
      String name = decode(pair.substring(0, equals));
      parameters.put(JDBC_NAMES.getOrDefault(name, name), decode(pair.substring(equals + 1)));
    }
    return parameters;
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static @Nullable String decodeOrNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : decode(text);
  }

  /** Only percent signs mean something: a plus is a plus. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad("a percent sign is not followed by two hexadecimal digits (write % as %25)");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException bad(String why) {
    return new IllegalArgumentException("DATABASE_URL cannot be used: " + why + ".");
  }

  @Override
  public String toString() {
    return jdbc + " as " + (user == null ? "the default user" : user);
  }
}
