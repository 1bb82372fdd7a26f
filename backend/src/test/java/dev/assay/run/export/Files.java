package dev.assay.run.export;

import dev.assay.testing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Takes files from a service, and brings it some. */
record Files(URI server) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)));
  }

  /** A file that must be there, as JSON. */
  Json json(String path) {
    return Json.read(get(path).body());
  }

  HttpResponse<String> bring(String document) {
    return send(
        HttpRequest.newBuilder(server.resolve("/import/runs"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(document)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The error of an answer that has one, as {@code CODE field}. */
  static String error(HttpResponse<String> answer) {
    Json extensions = Json.read(answer.body()).get("errors").get(0).get("extensions");
    return extensions.get("code").text()
        + (extensions.has("field") ? " " + extensions.get("field").text() : "");
  }
}
