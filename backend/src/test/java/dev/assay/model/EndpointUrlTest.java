package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.provider.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8000/v1, http://localhost:8000/v1",
    "http://localhost:8000, http://localhost:8000/v1",
    "HTTP://GPU-01.lan:8000/v1/, http://gpu-01.lan:8000/v1",
    "https://api.example.com/openai/v1//, https://api.example.com/openai/v1",
    "http://[::1]:8000, http://[::1]:8000/v1"
  })
  void oneServerHasOneSpelling(String typed, String stored) {
    assertThat(EndpointUrl.normalise(typed, Protocol.OPENAI)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "ANTHROPIC, https://api.anthropic.com, https://api.anthropic.com/v1",
    "ANTHROPIC, https://api.anthropic.com/v1/, https://api.anthropic.com/v1",
    "GEMINI, https://generativelanguage.googleapis.com,"
        + " https://generativelanguage.googleapis.com/v1beta",
    "GEMINI, https://generativelanguage.googleapis.com/v1beta,"
        + " https://generativelanguage.googleapis.com/v1beta",
    "GEMINI, https://generativelanguage.googleapis.com/v1,"
        + " https://generativelanguage.googleapis.com/v1"
  })
  void eachProtocolHasItsUsualPath(Protocol protocol, String typed, String stored) {
    assertThat(EndpointUrl.normalise(typed, protocol)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:8000",
        "ftp://host/v1",
        "file:///etc/passwd",
        "http://",
        "http://a b",
        "http://user:secret@host/v1",
        "http://host/v1?key=1",
        "http://host:70000/v1",
        "http://host/v1#x"
      })
  void whatIsNoAddressOfAModelServerIsRefused(String typed) {
    assertThatThrownBy(() -> EndpointUrl.normalise(typed, Protocol.OPENAI))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRefusalNeverRepeatsASecret() {
    assertThatThrownBy(() -> EndpointUrl.normalise("http://user:secret@host/v1", Protocol.OPENAI))
        .hasMessageNotContaining("secret");
  }
}
