package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.TestDatabase;
import dev.assay.testing.TestServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A new {@code ENCRYPTION_KEY} takes the old one's place, and nobody enters an API key again. */
@Timeout(60)
class KeyRotationTest {
  private static final String OLD = "0123456789abcdef0123456789abcdef-old";
  private static final String NEW = "fedcba9876543210fedcba9876543210-new";

  private final Map<String, Object> database = new HashMap<>(TestDatabase.properties());

  @Test
  void storedKeysAreEncryptedAnewAtTheStart() {
    byte[] before;
    try (TestServer server = start(OLD)) {
      register(server);
      before = stored(server);
    }
    try (TestServer server = start(NEW + "," + OLD)) {
      while (Arrays.equals(stored(server), before)) {
        Thread.onSpinWait();
      }
      assertThat(apiKey(server)).isEqualTo("sk-kept");
    }
    try (TestServer server = start(NEW)) {
      assertThat(apiKey(server)).isEqualTo("sk-kept");
    }
  }

  private TestServer start(String key) {
    Map<String, Object> settings = new HashMap<>(database);
    settings.put("assay.encryption-key", key);
    return TestServer.start(settings);
  }

  private static void register(TestServer server) {
    server
        .client()
        .data(
            "mutation { registerModel(input: {name: \"m\", modelName: \"m\", endpointUrl:"
                + " \"http://127.0.0.1:4999\", apiKey: \"sk-kept\"}) { id } }",
            Map.of());
  }

  private static byte[] stored(TestServer server) {
    return server.bean(ServerRepository.class).apiKeys().getFirst().encrypted();
  }

  private static String apiKey(TestServer server) {
    ServerId id = server.bean(ServerRepository.class).apiKeys().getFirst().server();
    ModelServer stored = server.bean(ServerRepository.class).byIds(List.of(id)).getFirst();
    return String.valueOf(server.bean(ServerKeys.class).read(stored));
  }
}
