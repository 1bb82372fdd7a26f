package dev.assay.graphql.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit of the GraphQL-over-HTTP specification's working group. */
class HttpAuditTest {
  @Test
  void everyMustAndEveryShouldHolds() throws Exception {
    try (TestServer server = new TestServer();
        Node node = new Node("audit.mjs", "http://localhost:" + server.port() + "/graphql")) {
      List<Outcome> checks = node.end();

      assertThat(checks).hasSizeGreaterThan(50);
      assertThat(checks)
          .filteredOn(check -> !"ok".equals(check.at("status")))
          .filteredOn(check -> !String.valueOf(check.at("name")).startsWith("MAY"))
          .isEmpty();
    }
  }
}
