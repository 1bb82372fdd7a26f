package dev.assay.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speaks to a simulator as any client would: over HTTP/1.1 with the JDK's client. */
final class Client {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Simulator simulator;

  Client(Simulator simulator) {
    this.simulator = simulator;
  }

  /** A chat request's body; {@code more} are further members. */
  static String body(String model, String userMessage, String... more) {
    String members = more.length == 0 ? "" : "," + String.join(",", more);
    return """
    {"model":"%s","messages":[{"role":"user","content":"%s"}]%s}\
    """
        .formatted(model, userMessage, members);
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  Answer post(String path, String body) {
    return send(posting(path, body).build());
  }

  /** Asks for an unstreamed chat completion. */
  Answer ask(String model, String... more) {
    return post("/v1/chat/completions", body(model, "Tell me about tea", more));
  }

  /** Asks for a stream and reads it to its end. */
  Answer stream(String model, String... more) {
    String[] members = java.util.Arrays.copyOf(more, more.length + 1);
    members[more.length] = "\"stream\":true";
    return ask(model, members);
  }

  HttpRequest.Builder posting(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  Answer send(HttpRequest request) {
    try {
      return new Answer(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path));
  }

  /** A response that was read to its end. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    Map<String, Object> json() {
      return Json.readObject(response.body());
    }

    Fields error() {
      return new Fields(json()).object("error");
    }

    /** The data of all events, in order. */
    List<String> events() {
      return text()
          .lines()
          .filter(line -> line.startsWith("data: "))
          .map(line -> line.substring(6))
          .toList();
    }

    /** The data of the events that are JSON. */
    List<Fields> chunks() {
      return events().stream()
          .filter(data -> !data.equals("[DONE]"))
          .map(data -> new Fields(Json.readObject(data.getBytes(StandardCharsets.UTF_8))))
          .toList();
    }

    /** All deltas' texts of this member, joined. */
    String joined(String member) {
      StringBuilder joined = new StringBuilder();
      for (Fields chunk : chunks()) {
        for (Fields choice : chunk.objects("choices")) {
          String text = choice.object("delta").text(member);
          joined.append(text == null ? "" : text);
        }
      }
      return joined.toString();
    }

    /** The one choice of an unstreamed completion. */
    Fields choice() {
      return new Fields(json()).objects("choices").getFirst();
    }

    /** The finish reasons that the chunks give. */
    List<String> finishReasons() {
      return chunks().stream()
          .flatMap(chunk -> chunk.objects("choices").stream())
          .map(choice -> choice.text("finish_reason"))
          .filter(java.util.Objects::nonNull)
          .toList();
    }
  }
}
