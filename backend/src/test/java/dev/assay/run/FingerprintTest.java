package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ModelId;
import dev.assay.provider.JsonObject;
import dev.assay.provider.Parameters;
import dev.assay.run.StartRun.LaneDraft;
import dev.assay.run.StartRun.PromptChoice;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void equalInputHasTheSame() {
    assertThat(Fingerprint.of(start("Hi", List.of("a", "b"))))
        .isEqualTo(Fingerprint.of(start("Hi", new ArrayList<>(List.of("a", "b")))));
  }

  /** Also where it reads the same once it is written down as one text. */
  @Test
  void otherInputHasAnother() {
    assertThat(
            List.of(
                start("Hi", null),
                start("Hi", List.of()),
                start("Hi", List.of("a, b")),
                start("Hi", List.of("a", "b")),
                start("Hi", List.of("b", "a")),
                start("Hi, prompt=Typed[text=]", null)))
        .extracting(start -> HexFormat.of().formatHex(Fingerprint.of(start)))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyParameterCounts() {
    assertThat(
            Stream.of(
                    Parameters.NONE,
                    parameters(0.5, null, null),
                    topK(40),
                    topK(41),
                    parameters(null, null, JsonObject.of(Map.of("a", 1))),
                    parameters(null, null, JsonObject.of(Map.of("a", "1"))),
                    parameters(null, null, JsonObject.of(Map.of())))
                .map(parameters -> asking("Hi", parameters)))
        .extracting(start -> HexFormat.of().formatHex(Fingerprint.of(start)))
        .doesNotHaveDuplicates();
  }

  private static StartRun start(String message, @Nullable List<String> stop) {
    return asking(message, parameters(0.5, stop, null));
  }

  private static StartRun asking(String message, Parameters parameters) {
    ModelId model = new ModelId(new UUID(0, 1));
    LaneDraft lane = new LaneDraft("input.modelIds[0]", model, Parameters.NONE, null, List.of());
    return new StartRun(
        List.of(lane), message, new PromptChoice.Typed(""), List.of(), parameters, 1, null, "key");
  }

  private static Parameters parameters(
      @Nullable Double temperature, @Nullable List<String> stop, @Nullable JsonObject extra) {
    return new Parameters(
        temperature, null, null, null, stop, null, null, null, null, null, null, null, extra);
  }

  private static Parameters topK(int value) {
    return new Parameters(
        null, null, null, null, null, value, null, null, null, null, null, null, null);
  }
}
