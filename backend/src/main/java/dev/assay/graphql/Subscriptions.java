package dev.assay.graphql;

import dev.assay.event.Reader;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/** What a subscription's fetcher returns. */
public final class Subscriptions {
  private Subscriptions() {}

  /**
   * The reader's events for one subscriber. The reader is asked on a virtual thread, and only for
   * events that the subscriber has asked for, so a slow subscriber's only backlog is the reader's
   * position. Its null completes the subscription, what it throws ends it with an error, and a
   * subscriber that goes away closes it at once.
   */
  public static <E> Publisher<E> of(DataFetchingEnvironment env, Reader<E> reader) {
    return of(env, () -> reader);
  }

  /** As above; the reader is opened on the virtual thread, once there is a subscriber. */
  public static <E> Publisher<E> of(DataFetchingEnvironment env, Supplier<Reader<E>> reader) {
    DirectAnswers direct = new DirectAnswers(env);
    return subscriber -> new ReaderSubscription<>(reader, subscriber, direct).start();
  }
}
