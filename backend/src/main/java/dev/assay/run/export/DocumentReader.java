package dev.assay.run.export;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.error.AppException;
import dev.assay.graphql.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document of runs, one run at a time. Whatever is wrong is {@code BAD_USER_INPUT}, and may
 * come to light when runs have been given already.
 */
final class DocumentReader {
  private final JsonParser json;
  private final Consumer<Node> each;

  /** Where the reader stands, for errors. */
  private String path = "";

  private int runs = 0;
  private @Nullable Object format;
  private @Nullable Object version;

  private DocumentReader(JsonParser json, Consumer<Node> each) {
    this.json = json;
    this.each = each;
  }

  static void read(InputStream in, Consumer<Node> each) {
    try (JsonParser json = Json.parser(in)) {
      new DocumentReader(json, each).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() throws IOException {
    try {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw AppException.badInput("format", "A document of runs is a JSON object.");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        path = json.currentName();
        json.nextToken();
        field();
      }
      path = "";
      if (json.nextToken() != null) {
        throw AppException.badInput("runs", "Something follows the document.");
      }
    } catch (JsonProcessingException e) {
      throw notJson(e);
    }
    requireFormat();
    if (runs == 0) {
      throw AppException.badInput("runs", "This document holds no runs.");
    }
  }

  private void field() throws IOException {
    switch (path) {
      case "format" -> format = Json.value(json);
      case "formatVersion" -> version = Json.value(json);
      case "runs" -> runs();
      default -> throw AppException.badInput(path, "There is no such field.");
    }
  }

  private void runs() throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw AppException.badInput("runs", "This must be a list.");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      path = "runs[" + runs + "]";
      each.accept(Node.of(Json.value(json), path, RunReader.NAMES));
      runs++;
    }
  }

  private void requireFormat() {
    if (!RunDocument.FORMAT.equals(format)) {
      throw AppException.badInput("format", "This must be " + RunDocument.FORMAT + ".");
    }
    if (!Objects.equals(version, RunDocument.FORMAT_VERSION)) {
      throw AppException.badInput("formatVersion", "Only version 1 of the format is known.");
    }
  }

  private AppException notJson(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : ", at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    return AppException.badInput(
        path.isEmpty() ? "format" : path, "This is not valid JSON%s.".formatted(where));
  }
}
