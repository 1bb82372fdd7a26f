package dev.assay.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.SelectedField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers the plain events of a subscription past graphql-java, which would execute the selection
 * anew for each. All others go to it, so each event is answered once, in one way or the other.
 */
final class DirectAnswers {
  private static final String TAKER = "assay.taker";

  private final DataFetchingEnvironment subscription;
  private final @Nullable Consumer<ExecutionResult> taker;
  private final List<SelectedField> selected;

  // The one's who gives events out.
  private final Map<Class<?>, Optional<PlainSelection>> selections = new HashMap<>();

  /**
   * Those of a subscription, by its fetcher. Where nobody takes any, none is given. What is
   * selected is collected here: a large document must not hold up an event loop.
   */
  DirectAnswers(DataFetchingEnvironment subscription) {
    this.subscription = subscription;
    this.taker = subscription.getGraphQlContext().get(TAKER);
    this.selected = taker == null ? List.of() : subscription.getSelectionSet().getImmediateFields();
  }

  /** Lets the subscriptions of an execution give answers to {@code taker} directly. */
  static void allow(GraphQLContext context, Consumer<ExecutionResult> taker) {
    context.put(TAKER, taker);
  }

  /** Answers an event, if that needs no execution. */
  boolean give(Object event) {
    if (taker == null) {
      return false;
    }
    Optional<PlainSelection> selection = selections.computeIfAbsent(event.getClass(), this::select);
    ExecutionResult answer = selection.isEmpty() ? null : selection.get().answer(event);
    if (answer == null) {
      return false;
    }
    taker.accept(answer);
    return true;
  }

  /** An event's type bears the name of its class, as {@link SchemaFactory} has it. */
  private Optional<PlainSelection> select(Class<?> event) {
    GraphQLObjectType type = subscription.getGraphQLSchema().getObjectType(event.getSimpleName());
    return Optional.ofNullable(type).map(found -> PlainSelection.of(subscription, selected, found));
  }
}
