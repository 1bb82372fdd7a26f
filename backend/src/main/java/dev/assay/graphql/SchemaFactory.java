package dev.assay.graphql;

import graphql.TypeResolutionEnvironment;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schema that runs out of {@code schema.graphqls} and what the features wire to it. What
 * nobody wires is read from the source by name ({@link Properties}); interfaces and unions without
 * a type resolver take the type that is named like the value's class.
 */
@Factory
public final class SchemaFactory {

  /** The schema with the wiring of all features. */
  @Singleton
  GraphQLSchema schema(
      @Value("${assay.graphql.schema:schema.graphqls}") String path,
      ResourceResolver resources,
      Collection<Resolvers> resolvers)
      throws IOException {
    try (InputStream text = resources.getResourceAsStream("classpath:" + path).orElseThrow()) {
      return make(new String(text.readAllBytes(), StandardCharsets.UTF_8), resolvers);
    }
  }

  /** The schema that {@code text} defines, wired by these features. */
  public static GraphQLSchema make(String text, Collection<Resolvers> resolvers) {
    TypeDefinitionRegistry types = new SchemaParser().parse(text);
    GraphQLCodeRegistry.Builder code =
        GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(new Properties());
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().codeRegistry(code);
    wiring.strictMode(false).scalar(Scalars.ID).strictMode(true);
    Scalars.ALL.forEach(wiring::scalar);
    resolvers.forEach(each -> each.wire(wiring));
    resolveByName(types, wiring);
    wiring.directiveWiring(new AccessWiring());
    return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
  }

  private static void resolveByName(TypeDefinitionRegistry types, RuntimeWiring.Builder wiring) {
    var wired = wiring.build().getTypeResolvers().keySet();
    types.types().values().stream()
        .filter(SchemaFactory::isAbstract)
        .filter(type -> !wired.contains(type.getName()))
        .forEach(
            type -> wiring.type(type.getName(), each -> each.typeResolver(SchemaFactory::byName)));
  }

  private static @Nullable GraphQLObjectType byName(TypeResolutionEnvironment environment) {
    Object value = Objects.requireNonNull(environment.getObject());
    return environment.getSchema().getObjectType(value.getClass().getSimpleName());
  }

  private static boolean isAbstract(TypeDefinition<?> type) {
    return type instanceof InterfaceTypeDefinition || type instanceof UnionTypeDefinition;
  }
}
