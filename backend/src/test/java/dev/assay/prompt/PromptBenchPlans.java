package dev.assay.prompt;

import dev.assay.access.Access;
import dev.assay.access.Owner;
import dev.assay.database.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plans of the queries behind the questions, for the largest owner. */
final class PromptBenchPlans {
  private PromptBenchPlans() {}

  static Map<String, String> of(
      Sql sql, Access access, Owner owner, PromptBenchQuestions questions) {
    SearchRepository search = new SearchRepository(new Explained(sql).sql());
    return new LinkedHashMap<>();
  }

  private record Explained(Sql sql) {}
}
