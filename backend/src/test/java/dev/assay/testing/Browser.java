package dev.assay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a browser a sign-in needs: it keeps cookies, and goes where it is sent only when told to.
 * The cookies of all hosts are in one jar, which a test may tamper with.
 */
public final class Browser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final URI home;

  /** The jar. */
  public final Map<String, String> cookies = new TreeMap<>();

  /** A browser that knows one address of its own accord. */
  public Browser(URI home) {
    this.home = home;
  }

  /** An answer. */
  public record Page(URI url, int status, String body, HttpResponse<String> response) {
    /** Where it sends the browser. */
    public URI location() {
      return url.resolve(response.headers().firstValue("Location").orElseThrow());
    }

    /** The text of the cookie that it sets, with its attributes; null where it sets none. */
    public @Nullable String setsCookie(String name) {
      return response.headers().allValues("Set-Cookie").stream()
          .filter(cookie -> cookie.startsWith(name + "="))
          .findFirst()
          .orElse(null);
    }

    /** The answer as JSON. */
    public Json json() {
      return Json.read(body);
    }
  }

  /** Opens an address. */
  public Page get(URI url) {
    return get(url, "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  /** Opens an address of the service as a program would that accepts this. */
  public Page get(String path, String accept) {
    return get(home.resolve(path), accept);
  }

  private Page get(URI url, String accept) {
    return send(request(url).header("Accept", accept).GET());
  }

  /** Opens an address of the service. */
  public Page get(String path) {
    return get(home.resolve(path));
  }

  /** Sends a form. */
  public Page form(URI url, Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(text)));
  }

  /** Sends JSON to the service. */
  public Page post(String path, Map<String, ?> body) {
    return send(
        request(home.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body))));
  }

  /** Executes a document as the page would. */
  public Json execute(String document, Map<String, Object> variables) {
    return post("/graphql", Map.of("query", document, "variables", variables)).json();
  }

  /** A document's data; fails where there are errors. */
  public Json data(String document, Map<String, Object> variables) {
    Json answer = execute(document, variables);
    if (answer.has("errors")) {
      throw new AssertionError(answer.toString());
    }
    return answer.get("data");
  }

  /** Signs in at a provider, to the landing page. */
  public Page signIn(String provider, String name, Map<String, Object> claims) {
    return get(approve(provider, name, claims).location());
  }

  /** Signs in at a provider, which then sends back to the service with a code. */
  public Page approve(String provider, String name, Map<String, Object> claims) {
    URI login = get("/auth/login/" + provider).location();
    return form(login, Map.of("username", name, "claims", Json.write(claims)));
  }

  /** A cookie that is in the jar. */
  public String cookie(String name) {
    return Objects.requireNonNull(cookies.get(name), name);
  }

  /** The cookies as a header. */
  public String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpRequest.Builder request(URI url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
    return cookies.isEmpty() ? request : request.header("Cookie", cookieHeader());
  }

  private Page send(HttpRequest.Builder builder) {
    try {
      HttpRequest request = builder.build();
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      keep(response.headers().allValues("Set-Cookie"));
      return new Page(request.uri(), response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(List<String> set) {
    for (String cookie : set) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      if (cookie.contains("Max-Age=0;") || cookie.endsWith("Max-Age=0")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
