package dev.assay.identity;

import dev.assay.database.RequiresDatabase;
import dev.assay.graphql.Loaders;
import dev.assay.graphql.UserId;
import graphql.GraphQLContext;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoaderRegistry;

/** Reads the names of many people in one query. */
@Singleton
@RequiresDatabase
public final class PersonLoaders implements Loaders {
  /** {@link UserId} to {@link Person}; nothing where the account is gone. */
  public static final String PEOPLE = "identity.people";

  private final UserRepository users;

  PersonLoaders(UserRepository users) {
    this.users = users;
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(
        PEOPLE,
        Loaders.<UserId, Person>batch(ids ->
            users.people(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()))));
  }
}
