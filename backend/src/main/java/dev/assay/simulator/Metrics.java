package dev.assay.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** All models' figures as Prometheus text. Confined to the event loop. */
final class Metrics {
  private final Map<String, ModelMetrics> models = new LinkedHashMap<>();

  Metrics() {
    SimulatedModel.ALL.forEach(model -> models.put(model.modelName(), new ModelMetrics()));
    models.put(SimulatedModel.BLANK.modelName(), new ModelMetrics());
  }

  ModelMetrics of(SimulatedModel model) {
    return Objects.requireNonNull(models.get(model.modelName()));
  }

  Reply.Whole reply() {
    Map<String, StringBuilder> families = new LinkedHashMap<>();
    models.forEach(
        (name, metrics) -> metrics.write(families, "engine=\"0\",model_name=\"" + name + "\""));
    byte[] text = String.join("", families.values()).getBytes(StandardCharsets.UTF_8);
    return Reply.Whole.text("text/plain; version=0.0.4; charset=utf-8", text);
  }
}
