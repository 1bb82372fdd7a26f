package dev.assay.run.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.graphql.Json;
import dev.assay.run.Result;
import dev.assay.run.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes one JSON object that holds all runs. */
final class JsonWriter implements RunWriter {
  private final JsonGenerator json;

  JsonWriter(OutputStream out) throws IOException {
    json = Json.generator(out);
    json.writeStartObject();
    json.writeStringField("format", RunDocument.FORMAT);
    json.writeNumberField("formatVersion", RunDocument.FORMAT_VERSION);
    json.writeArrayFieldStart("runs");
    json.flush();
  }

  @Override
  public void begin(Run run) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Object> field : RunDocument.run(run).entrySet()) {
      json.writeFieldName(field.getKey());
      Json.write(json, field.getValue());
    }
    json.writeArrayFieldStart("results");
    json.flush();
  }

  @Override
  public void result(Run run, Result result) throws IOException {
    Json.write(json, RunDocument.result(result));
    json.flush();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
