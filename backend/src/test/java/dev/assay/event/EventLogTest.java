package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NullMarked
@Timeout(30)
class EventLogTest {
  private static final int MAX_WEIGHT = 1_000;

  /** An event that knows everything before it: a snapshot is the sum, a delta is one number. */
  private record Event(int sequence, boolean isSnapshot, int sum) {
    boolean isPlain() {
      return sequence % 5 != 0;
    }
  }

  private final Topic<String, Event> topic = new Topic<>(MAX_WEIGHT, _ -> 1, Event::isPlain);
  private int sum = 0;
  private final EventLog<Event> log =
      topic.open("key", 10, sequence -> new Event(sequence, true, sum));

  @Test
  void aReaderFromTheStartGetsASnapshotAndThenEveryEvent() throws Exception {
    add(3);
    Reader<Event> reader = log.read(null);
    assertThat(take(reader, 1)).containsExactly(new Event(3, true, 3));
    add(2);
    assertThat(take(reader, 2)).containsExactly(new Event(4, false, 1), new Event(5, false, 1));
  }

  @Test
  void aReaderThatComesBackGoesOnBehindWhatItHasSeen() throws Exception {
    add(5);
    assertThat(take(log.read(3), 2))
        .containsExactly(new Event(4, false, 1), new Event(5, false, 1));
  }

  @Test
  void whatIsNoLongerRememberedIsMadeUpForByASnapshot() throws Exception {
    add(50);
    assertThat(take(log.read(3), 1)).containsExactly(new Event(50, true, 50));
  }

  @Test
  void aNumberFromTheFutureIsAnsweredWithASnapshot() throws Exception {
    add(2);
    assertThat(take(log.read(7), 1)).containsExactly(new Event(2, true, 2));
  }

  @Test
  void readersShareASnapshotWhileMostOfWhatFollowedIsRemembered() throws Exception {
    add(8);
    Event shared = take(log.read(null), 1).getFirst();
    assertThat(shared).isEqualTo(new Event(8, true, 8));
    add(3);
    Reader<Event> second = log.read(null);
    assertThat(take(second, 1).getFirst()).isSameAs(shared);
    assertThat(take(second, 3)).extracting(Event::sequence).containsExactly(9, 10, 11);
    add(3);
    assertThat(take(log.read(null), 1)).containsExactly(new Event(14, true, 14));
  }

  @Test
  void aChangeThatNoEventTellsOfIsInTheNextSnapshot() throws Exception {
    add(3);
    assertThat(take(log.read(null), 1)).containsExactly(new Event(3, true, 3));
    log.amend(() -> sum = 7);
    assertThat(take(log.read(null), 1)).containsExactly(new Event(3, true, 7));
  }

  @Test
  void aReaderThatFallsBehindGetsOneSnapshotInPlaceOfItsBacklog() throws Exception {
    Reader<Event> reader = log.read(0);
    add(1);
    assertThat(take(reader, 1)).containsExactly(new Event(1, false, 1));
    add(30);
    assertThat(take(reader, 1)).containsExactly(new Event(31, true, 31));
    add(1);
    assertThat(take(reader, 1)).containsExactly(new Event(32, false, 1));
  }

  @Test
  void heavyEventsAreForgottenSooner() throws Exception {
    EventLog<Event> heavy =
        new Topic<String, Event>(100, _ -> 60, _ -> true)
            .open("heavy", 10, sequence -> new Event(sequence, true, 0));
    for (int i = 0; i < 3; i++) {
      heavy.append(sequence -> new Event(sequence, false, 1));
    }
    assertThat(take(heavy.read(1), 1)).containsExactly(new Event(3, true, 0));
    assertThat(take(heavy.read(2), 1)).containsExactly(new Event(3, false, 1));
  }

  @Test
  void theLastEventIsGivenItselfAndThenNothing() throws Exception {
    add(2);
    log.finish(this::next);
    Reader<Event> reader = log.read(null);
    assertThat(take(reader, 2)).containsExactly(new Event(2, true, 3), new Event(3, false, 1));
    assertThat(reader.next()).isNull();
    assertThat(log.read(3).next()).isNull();
    assertThatThrownBy(() -> add(1)).isInstanceOf(IllegalStateException.class);
    assertThat(topic.read("key", null)).isNull();
  }

  @Test
  void closingEndsAWaitingReaderAtOnce() throws Exception {
    Reader<Event> reader = log.read(0);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<@Nullable Event> waiting =
          CompletableFuture.supplyAsync(() -> nextOf(reader), threads);
      reader.close();
      assertThat(waiting.get(5, TimeUnit.SECONDS)).isNull();
    }
  }

  @Test
  void onlyPlainEventsAreGivenOutWhereTheyComeFrom() throws Exception {
    add(3);
    Reader<Event> reader = log.read(2);
    assertThat(log.read(null).nextPlain()).as("a snapshot is not plain").isNull();
    assertThat(reader.nextPlain()).isEqualTo(new Event(3, false, 1));
    assertThat(reader.nextPlain()).as("there is none").isNull();
    add(2);
    assertThat(reader.nextPlain()).isEqualTo(new Event(4, false, 1));
    assertThat(reader.nextPlain()).as("the fifth is not plain").isNull();
    assertThat(reader.next()).isEqualTo(new Event(5, false, 1));
    add(1);
    reader.close();
    assertThat(reader.nextPlain()).as("closed").isNull();
  }

  @Test
  void whoBringsAnEventTellsTheReadersThatWait() {
    Reader<Event> reader = log.read(0);
    List<Thread> told = new ArrayList<>();
    Runnable tell = () -> told.add(Thread.currentThread());
    assertThat(reader.isReady(tell)).isFalse();
    assertThat(reader.isReady(tell)).isFalse();
    add(2);
    assertThat(told).as("once, and only who waited").containsExactly(Thread.currentThread());
    assertThat(reader.isReady(tell)).isTrue();
    assertThat(log.read(null).isReady(tell)).as("a snapshot is to be had").isTrue();

    Reader<Event> other = log.read(2);
    assertThat(other.isReady(tell)).isFalse();
    other.close();
    assertThat(told).as("closing tells too").hasSize(2);
    assertThat(other.isReady(tell)).isTrue();

    Reader<Event> last = log.read(2);
    assertThat(last.isReady(tell)).isFalse();
    log.finish(this::next);
    assertThat(told).hasSize(3);
    assertThat(log.read(3).isReady(tell)).as("the end is to be had").isTrue();
  }

  @Test
  void manyReadersDoNotHoldUpWhoBringsAnEvent() throws Exception {
    CountDownLatch told = new CountDownLatch(20);
    CountDownLatch goOn = new CountDownLatch(1);
    for (int i = 0; i < 20; i++) {
      assertThat(log.read(0).isReady(() -> tell(goOn, told))).isFalse();
    }
    add(1);
    assertThat(told.getCount()).isEqualTo(20);
    goOn.countDown();
    assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
  }

  private static void tell(CountDownLatch goOn, CountDownLatch told) {
    try {
      goOn.await();
      told.countDown();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void manyWritersAndManyReadersSeeOneOrderWithoutGaps() throws Exception {
    EventLog<Event> busy =
        new Topic<String, Event>(Integer.MAX_VALUE, _ -> 1, _ -> true)
            .open("busy", 100_000, sequence -> new Event(sequence, true, sum));
    int writers = 8;
    int each = 2_000;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<List<Event>>> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Reader<Event> reader = busy.read(0);
        readers.add(
            CompletableFuture.supplyAsync(() -> takeUnchecked(reader, writers * each), threads));
      }
      for (int i = 0; i < writers; i++) {
        threads.execute(() -> {
          for (int j = 0; j < each; j++) {
            busy.append(sequence -> new Event(sequence, false, 1));
          }
        });
      }
      for (CompletableFuture<List<Event>> reader : readers) {
        List<Event> events = reader.get(20, TimeUnit.SECONDS);
        for (int i = 0; i < events.size(); i++) {
          assertThat(events.get(i).sequence()).isEqualTo(i + 1);
        }
      }
    }
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      log.append(this::next);
    }
  }

  private Event next(int sequence) {
    sum++;
    return new Event(sequence, false, 1);
  }

  private static List<Event> take(Reader<Event> reader, int count) throws InterruptedException {
    List<Event> events = new ArrayList<>();
    while (events.size() < count) {
      Event event = reader.next();
      assertThat(event).isNotNull();
      events.add(event);
    }
    return events;
  }

  private static List<Event> takeUnchecked(Reader<Event> reader, int count) {
    try {
      return take(reader, count);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Event nextOf(Reader<Event> reader) {
    try {
      return reader.next();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
