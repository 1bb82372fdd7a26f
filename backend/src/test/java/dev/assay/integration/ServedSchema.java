package dev.assay.integration;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code schema.graphqls}, which programs outside are written against. */
final class ServedSchema {
  private ServedSchema() {}

  static GraphQLSchema read() {
    try {
      String text = Files.readString(Path.of("../schema.graphqls"));
      return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
