package dev.assay.graphql.socket;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Engine;
import dev.assay.graphql.GraphQLRequest;
import dev.assay.graphql.Reply;
import dev.assay.graphql.RequestId;
import dev.assay.graphql.socket.Frame.Then;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition;
import io.netty.buffer.ByteBuf;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One operation, from its {@code subscribe} to the {@code complete} or {@code error} that ends it.
 * It is asked for one event at a time. Nothing of it is sent once it is over.
 */
final class Operation implements Subscriber<ExecutionResult> {
  private static final Set<OperationDefinition.Operation> KINDS =
      EnumSet.allOf(OperationDefinition.Operation.class);

  private final String id;
  private final GraphQLRequest request;
  private final Caller caller;
  private final Engine engine;
  private final ServerMessages messages;
  private final Outbox outbox;
  private final RequestId requestId = RequestId.next();

  // Any thread.
  private volatile @Nullable Subscription source;
  private volatile boolean cancelled;

  // The event loop.
  private boolean over;
  private boolean executing = true;

  Operation(
      String id,
      GraphQLRequest request,
      Caller caller,
      Engine engine,
      ServerMessages messages,
      Outbox outbox) {
    this.id = id;
    this.request = request;
    this.caller = caller;
    this.engine = engine;
    this.messages = messages;
    this.outbox = outbox;
  }

  String id() {
    return id;
  }

  /** Executes the document; on a virtual thread. Throws nothing. */
  void run() {
    try {
      switch (engine.execute(request, caller, requestId, KINDS, this::onNext)) {
        case Reply.Refused(ExecutionResult result) ->
            end(messages.error(id, result.getErrors(), requestId));
        case Reply.Single(ExecutionResult result) -> {
          outbox.add(new Frame(messages.next(id, result, requestId), this, Then.NOTHING));
          end(messages.complete(id));
        }
        case Reply.Stream(var results) -> results.subscribe(this);
      }
    } catch (Throwable e) {
      onError(e);
    }
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = subscription;
    if (cancelled) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(ExecutionResult result) {
    try {
      ByteBuf bytes = messages.next(id, result, requestId);
      boolean keepsUp = outbox.hasRoom();
      outbox.add(new Frame(bytes, this, keepsUp ? Then.NOTHING : Then.ASK_FOR_MORE));
      if (keepsUp) {
        askForMore();
      }
    } catch (Throwable e) {
      cancelSource();
      onError(e);
    }
  }

  @Override
  public void onError(Throwable error) {
    end(messages.error(id, error, requestId));
  }

  @Override
  public void onComplete() {
    end(messages.complete(id));
  }

  private void end(ByteBuf last) {
    outbox.add(new Frame(last, this, Then.END));
  }

  void askForMore() {
    Subscription subscription = source;
    if (subscription != null) {
      subscription.request(1);
    }
  }

  /** Lets go of the source, at once; on the event loop. */
  void cancel() {
    over = true;
    cancelled = true;
    cancelSource();
  }

  private void cancelSource() {
    Subscription subscription = source;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  /** Marks that its last frame goes out; on the event loop. */
  void finish() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** Marks that the document has been executed; on the event loop. */
  void executed() {
    executing = false;
  }

  boolean isExecuting() {
    return executing;
  }
}
