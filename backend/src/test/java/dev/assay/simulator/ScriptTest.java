package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

  @Test
  void theNameOverridesTheModelAndTheRequestOverridesTheName() {
    Map<String, Object> body =
        Map.of(
            "model",
            "sage-70b?gap=1ms&tokens=5&seed=1&fault=reset,crlf",
            "messages",
            List.of(Map.of("role", "user", "content", "x")),
            "seed",
            2,
            "simulate",
            Map.of("tokens", 6, "fault", List.of("cut", "split")));
    Script script = ChatRequest.of(body).script();
    assertThat(script.ttft()).as("the model's own").isEqualTo(600_000_000L);
    assertThat(script.gap()).as("the name's").isEqualTo(1_000_000L);
    assertThat(script.seed()).as("the request's").isEqualTo(2L);
    assertThat(script.tokens()).as("the request's simulate").isEqualTo(6);
    assertThat(script.faults()).containsExactlyInAnyOrder(Fault.CUT, Fault.SPLIT);
  }

  @ParameterizedTest
  @CsvSource({"500us,500000", "20ms,20000000", "1.5s,1500000000", "7,7000000", "0,0", "0.5,500000"})
  void timesHaveUnits(String written, long nanos) {
    assertThat(read("gap=" + written).gap()).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=5", "Tokens=5", "=5", "gap=1&foo=2"})
  void anUnknownKeyIsNamed(String script) {
    String key = script.substring(script.lastIndexOf('&') + 1, script.lastIndexOf('='));
    assertThatThrownBy(() -> read(script))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("Unknown key `" + key + "` in `model`; known are at, blocks,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokens=-1", "tokens=many", "gap=20m", "gap=-1ms", "gap=2h", "ttft=3601s", "jitter=101",
        "seed=x", "text=latin", "fault=fire", "fault=reset,stall", "at=x", "rate=101", "mood=sad"
      })
  void aWrongValueIsRefusedAndItsKeyNamed(String script) {
    String key = script.substring(0, script.indexOf('='));
    assertThatThrownBy(() -> read(script))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("The simulator's key `" + key + "` is `");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokens", "tokens=5&", "tokens=5&tokens=6"})
  void aScriptThatIsNotPairsOrTwiceTheSameIsRefused(String script) {
    assertThatThrownBy(() -> read(script)).isInstanceOf(ApiException.class);
  }

  @Test
  void everyFaultCanBeNamed() {
    for (Fault fault : Fault.values()) {
      assertThat(read("fault=" + fault.key()).faults()).containsExactly(fault);
    }
    assertThat(read("fault=none").faults()).isEmpty();
  }

  @Test
  void aRateIsSpreadEvenlyAndFormHoldsForAll() {
    Script script = read("fault=cut,crlf&rate=50&first=4");
    assertThat(List.of(0L, 1L, 2L, 3L, 4L, 5L))
        .extracting(turn -> script.faultsOf(turn).contains(Fault.CUT))
        .containsExactly(false, true, false, true, false, false);
    assertThat(script.faultsOf(99)).containsExactly(Fault.CRLF);
  }

  @Test
  void theFourModelsScriptsAreValid() {
    for (SimulatedModel model : SimulatedModel.ALL) {
      assertThat(read(model.script()).gap()).isPositive();
      assertThat(model.notes()).startsWith("Simulated.");
    }
  }

  private static Script read(String script) {
    return ScriptReader.read(new ScriptKeys().query(script, "model"));
  }
}
