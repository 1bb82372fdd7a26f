package dev.assay.graphql;

import dev.assay.event.Reader;
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
  public static <E> Publisher<E> of(Reader<E> reader) {
    return of(() -> reader);
  }

  /** As above; the reader is opened on the virtual thread, once there is a subscriber. */
  public static <E> Publisher<E> of(Supplier<Reader<E>> reader) {
    return subscriber -> new ReaderSubscription<>(reader, subscriber).start();
  }
}
