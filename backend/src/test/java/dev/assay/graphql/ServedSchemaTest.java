package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.database.Connection;
import dev.assay.database.TestDatabase;
import dev.assay.error.ErrorCode;
import dev.assay.generation.Status;
import dev.assay.generation.Timings;
import dev.assay.identity.Person;
import dev.assay.model.HealthStatus;
import dev.assay.model.Maintenance;
import dev.assay.model.Model;
import dev.assay.model.ModelHealth;
import dev.assay.model.ModelMetadata;
import dev.assay.model.ModelServer;
import dev.assay.model.ServerHealth;
import dev.assay.model.ServerKind;
import dev.assay.prompt.Prompt;
import dev.assay.prompt.PromptOrder;
import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.PromptVariableType;
import dev.assay.prompt.PromptVersion;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.Parameters;
import dev.assay.provider.Protocol;
import dev.assay.provider.ReasoningEffort;
import dev.assay.provider.TextKind;
import dev.assay.run.Lane;
import dev.assay.run.ModelSnapshot;
import dev.assay.run.PromptUsage;
import dev.assay.run.Result;
import dev.assay.run.ResultError;
import dev.assay.run.Run;
import dev.assay.run.RunEvent;
import dev.assay.run.Usage;
import dev.assay.run.Variable;
import dev.assay.run.VariableSource;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema that is served, with the features' real wiring. */
class ServedSchemaTest {
  private static final List<Class<?>> NAMED_ALIKE =
      List.of(
          Model.class,
          ModelMetadata.class,
          ModelServer.class,
          ModelHealth.class,
          ServerHealth.class,
          Maintenance.class,
          Prompt.class,
          PromptVersion.class,
          PromptVariable.class,
          PromptUsage.class,
          ExampleTurn.class,
          Person.class,
          Variable.class,
          Run.class,
          Lane.class,
          ModelSnapshot.class,
          Parameters.class,
          Result.class,
          ResultError.class,
          Timings.class,
          Usage.class,
          Connection.PageInfo.class,
          RunEvent.RunSnapshot.class,
          RunEvent.TextAppended.class,
          RunEvent.ResultChanged.class,
          RunEvent.ResultFinished.class,
          RunEvent.RunFinished.class);

  private static ApplicationContext context;
  private static GraphQLSchema schema;

  @BeforeAll
  static void start() {
    Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
    properties.put("assay.simulator.enabled", false);
    context = ApplicationContext.run(properties);
    schema = context.getBean(GraphQLSchema.class);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void everyFieldHasAFetcherOrAProperty() throws ClassNotFoundException {
    Map<String, Class<?>> classes = new HashMap<>();
    NAMED_ALIKE.forEach(type -> classes.put(type.getSimpleName(), type));
    // Nobody outside of their package needs these.
    for (String hidden : List.of("User", "Session", "ApiToken")) {
      classes.put(hidden, Class.forName("dev.assay.identity." + hidden));
    }
    classes.put("CreatedApiToken", Class.forName("dev.assay.identity.ApiTokens$Created"));
    for (String hidden :
        List.of(
            "PromptLabel", "PromptLabelMove", "PromptTag", "PromptImport$ImportPromptsResult")) {
      classes.put(hidden.replaceFirst(".*\\$", ""), Class.forName("dev.assay.prompt." + hidden));
    }
    classes.put("ServerLoad", Class.forName("dev.assay.generation.ServerLoad"));
    classes.put("OfferedModel", Class.forName("dev.assay.model.Offer"));
    classes.put("Stop", Class.forName("dev.assay.run.Result$Stop"));
    for (String type : List.of("LaneStatistics", "Distribution", "LaneComparison", "Difference")) {
      classes.put(type, Class.forName("dev.assay.run.statistics." + type));
    }
    for (String type :
        List.of(
            "Batch",
            "BatchProgress",
            "BatchEvent$BatchSnapshot",
            "BatchEvent$BatchResultFinished",
            "BatchEvent$BatchFinished")) {
      classes.put(type.replaceFirst(".*\\$", ""), Class.forName("dev.assay.run.batch." + type));
    }
    classes.put("Check", Class.forName("dev.assay.run.check.Check"));
    for (String hidden : List.of("LocalServer", "ServerMetrics")) {
      classes.put(hidden, Class.forName("dev.assay.model." + hidden));
    }
    for (String node :
        List.of("Batch", "Model", "ModelServer", "Prompt", "PromptLabelMove", "Run", "User")) {
      classes.put(node + "Connection", Connection.class);
      classes.put(node + "Edge", Connection.Edge.class);
    }

    assertThat(UnwiredFields.of(schema, classes)).isEmpty();
  }

  @Test
  void everyEnumHasTheNamesOfItsJavaTwin() {
    for (Class<?> twin :
        List.of(
            ErrorCode.class,
            HealthStatus.class,
            ServerKind.class,
            Status.class,
            TextKind.class,
            Protocol.class,
            ReasoningEffort.class,
            PromptOrder.class,
            PromptVariableType.class,
            VariableSource.class,
            Role.class,
            TokenScope.class)) {
      assertThat(names(twin.getSimpleName()))
          .as(twin.getSimpleName())
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(twin.getEnumConstants()).map(Object::toString).toList());
    }
  }

  private static List<String> names(String type) {
    GraphQLType found = Objects.requireNonNull(schema.getType(type));
    return ((GraphQLEnumType) found)
        .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
  }
}
