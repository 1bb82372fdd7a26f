package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Asker;
import dev.assay.testing.Json;
import dev.assay.testing.Recording;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Example turns stand between the system prompt and the message, in each protocol's words. */
class ExampleTurnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPENAI | openai/plain | messages | [{'role': 'system', 'content': 'S'},"
            + " {'role': 'user', 'content': 'u1'}, {'role': 'assistant', 'content': 'a1'},"
            + " {'role': 'user', 'content': 'u2'}, {'role': 'assistant', 'content': 'a2'},"
            + " {'role': 'user', 'content': 'Hello'}]",
        "ANTHROPIC | anthropic/plain | messages |"
            + " [{'role': 'user', 'content': 'u1'}, {'role': 'assistant', 'content': 'a1'},"
            + " {'role': 'user', 'content': 'u2'}, {'role': 'assistant', 'content': 'a2'},"
            + " {'role': 'user', 'content': 'Hello'}]",
        "GEMINI | gemini/thoughts | contents | [{'role': 'user', 'parts': [{'text': 'u1'}]},"
            + " {'role': 'model', 'parts': [{'text': 'a1'}]}, {'role': 'user', 'parts': [{'text':"
            + " 'u2'}]}, {'role': 'model', 'parts': [{'text': 'a2'}]}, {'role': 'user', 'parts':"
            + " [{'text': 'Hello'}]}]",
      },
      quoteCharacter = '~')
  void theyStandBeforeTheMessage(
      Protocol protocol, String recording, String field, String messages) {
    try (Asker asker = new Asker(protocol)) {
      List<ExampleTurn> turns = List.of(new ExampleTurn("u1", "a1"), new ExampleTurn("u2", "a2"));

      Json body = asker.ask(Recording.of(recording), "S", turns).request().body();

      assertThat(body.get(field)).isEqualTo(Json.read(messages.replace('\'', '"')));
    }
  }
}
