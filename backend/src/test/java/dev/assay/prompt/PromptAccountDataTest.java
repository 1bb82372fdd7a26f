package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.access.Owner;
import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromptAccountDataTest {

  @Test
  void aPersonTakesAlongAndDeletesEverythingOfAPrompt() {
    try (PromptClient client = new PromptClient()) {
      client.becomeSomebodyElse();
      String id = client.create("mine", "About {{x}}");
      for (int number : List.of(1, 2)) {
        client.update(id, 1, Map.of("content", "two"));
        client.ask(
            "mutation($id: ID!, $number: Int!) { setPromptLabel(promptId: $id, label:"
                + " \"production\", versionNumber: $number) { id } }",
            Map.of("id", id, "number", number));
      }
      Sql sql = client.bean(Sql.class);
      PromptAccountData data = client.bean(PromptAccountData.class);

      UserId user = new UserId(owner(sql, id).id());
      assertThat(data.export(user))
          .singleElement()
          .asString()
          .contains("About {{x}}", "two", "\"labels\"", "\"label_moves\"", "production");
      data.delete(user);

      for (String table :
          List.of("prompt_version", "prompt_label", "prompt_label_move", "prompt_search")) {
        assertThat(count(sql, table, id)).as(table).isZero();
      }
    }
  }

  private static Owner owner(Sql sql, String id) {
    return sql.list(
            "select owner_id from prompt where id = ?",
            statement -> statement.setObject(1, UUID.fromString(id)),
            row -> new Owner(Owner.Type.USER, row.getObject(1, UUID.class)))
        .getFirst();
  }

  private static long count(Sql sql, String table, String prompt) {
    return sql.list(
            "select count(*) from " + table + " where prompt_id = ?",
            statement -> statement.setObject(1, UUID.fromString(prompt)),
            row -> row.getLong(1))
        .getFirst();
  }
}
