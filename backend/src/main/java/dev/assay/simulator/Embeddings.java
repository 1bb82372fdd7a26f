package dev.assay.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /v1/embeddings}: unit vectors that follow from the text alone. Every run of three letters
 * moves one dimension, so that texts which share words lie closer than texts which do not.
 */
final class Embeddings {
  private static final int DIMENSIONS = 256;
  private static final int MOST_DIMENSIONS = 4096;
  private static final int MOST_INPUTS = 2048;
  private static final int RUN = 3;

  private Embeddings() {}

  static Reply.Whole reply(Map<String, Object> body) {
    Fields fields = new Fields(body);
    String model = ChatRequest.modelName(fields);
    ChatRequest.family(model);
    List<String> inputs = fields.texts("input");
    if (inputs.isEmpty() || inputs.size() > MOST_INPUTS) {
      throw Fields.wrong("input", "1 to " + MOST_INPUTS + " texts");
    }
    Long wanted = fields.whole("dimensions", 1, MOST_DIMENSIONS);
    int dimensions = wanted == null ? DIMENSIONS : wanted.intValue();
    boolean base64 = "base64".equals(fields.text("encoding_format"));
    List<Object> data = new ArrayList<>();
    int tokens = 0;
    for (String input : inputs) {
      float[] vector = vector(input, dimensions);
      Object embedding = base64 ? base64(vector) : list(vector);
      data.add(Json.map("object", "embedding", "index", data.size(), "embedding", embedding));
      tokens += Tokenizer.count(input);
    }
    Map<String, Object> usage = Json.map("prompt_tokens", tokens, "total_tokens", tokens);
    return Reply.Whole.json(
        200, Json.map("object", "list", "model", model, "data", data, "usage", usage));
  }

  static float[] vector(String text, int dimensions) {
    float[] vector = new float[dimensions];
    String padded = " " + text.toLowerCase(Locale.ROOT).strip() + "  ";
    for (int i = 0; i + RUN <= padded.length(); i++) {
      long mixed = Pace.mixed(padded.substring(i, i + RUN).hashCode());
      vector[(int) Long.remainderUnsigned(mixed, dimensions)] += mixed < 0 ? -1 : 1;
    }
    double length = 0;
    for (float value : vector) {
      length += value * value;
    }
    float scale = length == 0 ? 0 : (float) (1 / Math.sqrt(length));
    for (int i = 0; i < dimensions; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  private static List<Float> list(float[] vector) {
    List<Float> list = new ArrayList<>(vector.length);
    for (float value : vector) {
      list.add(value);
    }
    return list;
  }

  private static String base64(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : vector) {
      bytes.putFloat(value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
