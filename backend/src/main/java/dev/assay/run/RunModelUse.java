package dev.assay.run;

import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import dev.assay.model.ModelUse;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Models are in use by the lanes of runs. */
@Singleton
final class RunModelUse implements ModelUse {
  private final Sql sql;

  RunModelUse(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Set<UUID> usedByOthers(UserId owner) {
    return sql
        .list(
            """
            select model.id from model
             where model.owner_type = 'USER' and model.owner_id = ?
               and exists (select 1 from lane join run on run.id = lane.run_id
                            where lane.model_id = model.id
                              and (run.owner_type, run.owner_id) <> (model.owner_type, model.owner_id))
            """,
            statement -> statement.setObject(1, owner.value()),
            row -> row.getObject(1, UUID.class))
        .stream()
        .collect(Collectors.toSet());
  }
}
