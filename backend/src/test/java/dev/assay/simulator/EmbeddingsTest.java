package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
  private static final Simulator SIMULATOR = Simulator.start(0);
  private final Client client = new Client(SIMULATOR);

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @Test
  void aVectorFollowsFromTheTextAndHasLengthOne() {
    List<Fields> data = data("\"input\":[\"a cup of tea\",\"a cup of tea\",\"granite\"]");
    assertThat(data).extracting(item -> item.whole("index", 0, 9)).containsExactly(0L, 1L, 2L);
    List<?> tea = (List<?>) Objects.requireNonNull(data.get(0).map().get("embedding"));
    assertThat(tea)
        .hasSize(256)
        .isEqualTo(data.get(1).map().get("embedding"))
        .isNotEqualTo(data.get(2).map().get("embedding"));
    double length =
        tea.stream().mapToDouble(value -> Math.pow(((Number) value).doubleValue(), 2)).sum();
    assertThat(length).isBetween(0.999, 1.001);
  }

  @Test
  void likeTextsLieCloserThanUnlikeOnes() {
    float[] tea = Embeddings.vector("how to make green tea", 256);
    assertThat(dot(tea, Embeddings.vector("making green tea at home", 256)))
        .isGreaterThan(dot(tea, Embeddings.vector("quarterly tax report", 256)) + 0.2);
    float[] korean = Embeddings.vector("녹차를 맛있게 우리는 방법", 256);
    assertThat(dot(korean, Embeddings.vector("녹차를 우리는 온도", 256)))
        .isGreaterThan(dot(korean, Embeddings.vector("분기별 세금 보고서", 256)));
  }

  @Test
  void vectorsCanBeBase64AndOfAnotherSize() {
    String base64 =
        data("\"input\":\"tea\",\"dimensions\":8,\"encoding_format\":\"base64\"")
            .getFirst()
            .text("embedding");
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(String.valueOf(base64)))
            .order(ByteOrder.LITTLE_ENDIAN);
    float[] expected = Embeddings.vector("tea", 8);
    for (float value : expected) {
      assertThat(bytes.getFloat()).isEqualTo(value);
    }
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void inputIsWanted() {
    Client.Answer answer = client.post("/v1/embeddings", "{\"model\":\"sim\",\"input\":[]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().text("param")).isEqualTo("input");
    assertThat(client.post("/v1/embeddings", "{\"model\":\"no\",\"input\":\"x\"}").status())
        .isEqualTo(404);
  }

  private List<Fields> data(String members) {
    Client.Answer answer = client.post("/v1/embeddings", "{\"model\":\"sim\"," + members + "}");
    assertThat(answer.status()).isEqualTo(200);
    return new Fields(answer.json()).objects("data");
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
