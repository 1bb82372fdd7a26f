package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/**
 * What a client makes of a run's events: it fails where a sequence number is missing or doubled,
 * where a piece does not stand where its offset says, and where a stored text is not what was
 * streamed.
 */
public final class Replay {
  private final Map<String, Integer> lanes = new HashMap<>();
  private final Map<String, StringBuilder> answers = new HashMap<>();
  private final Map<String, StringBuilder> reasonings = new HashMap<>();
  private int seen = -1;

  /** Takes the next event. */
  public void apply(Json event) {
    int sequence = event.get("sequence").integer();
    String type = event.get("__typename").text();
    if (!type.equals("RunSnapshot")) {
      if (seen >= 0) {
        assertThat(sequence).as("sequence of " + type).isEqualTo(seen + 1);
      }
    }
    seen = sequence;
    switch (type) {
      case "RunSnapshot" -> replace(event.get("run"));
      case "TextAppended" -> append(event);
      case "ResultChanged" -> agree(event.get("result"));
      case "ResultFinished" -> agree(event.get("result"));
      case "RunFinished" -> event.get("run").get("results").list().forEach(this::agree);
      default -> throw new AssertionError(type);
    }
  }

  /** The answers by lane position; of several iterations, the last. */
  public Map<Integer, String> answers() {
    Map<Integer, String> texts = new HashMap<>();
    answers.forEach((id, text) -> texts.put(lane(id), text.toString()));
    return texts;
  }

  private int lane(String resultId) {
    Integer lane = lanes.get(resultId);
    assertThat(lane).isNotNull();
    return lane;
  }

  private void replace(Json run) {
    answers.clear();
    reasonings.clear();
    for (Json result : run.get("results").list()) {
      String id = result.get("id").text();
      lanes.put(id, result.get("lane").get("position").integer());
      answers.put(id, new StringBuilder(result.get("text").text()));
      reasonings.put(id, new StringBuilder(result.get("reasoning").text()));
    }
  }

  private void append(Json event) {
    Map<String, StringBuilder> texts =
        event.get("kind").text().equals("ANSWER") ? answers : reasonings;
    StringBuilder text = texts.get(event.get("resultId").text());
    if (text == null) {
      // The reader came back behind an event, and another one has the beginning.
      return;
    }
    assertThat(event.get("offset").integer()).as("offset").isEqualTo(text.length());
    text.append(event.get("text").text());
  }

  private void agree(Json result) {
    String id = result.get("id").text();
    StringBuilder answer = answers.get(id);
    StringBuilder reasoning = reasonings.get(id);
    if (answer != null && reasoning != null) {
      assertThat(result.get("text").text()).isEqualTo(answer.toString());
      assertThat(result.get("reasoning").text()).isEqualTo(reasoning.toString());
    }
  }
}
