package dev.assay.simulator;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one answer goes: its text, its pace and its faults. Times are nanoseconds.
 *
 * @param tokens how many answer tokens; negative means as long as the text happens to be
 * @param gap from one token to the next
 * @param ttft from the request (or the end of its queueing) to the first token
 * @param headers how long the response's headers are held back
 * @param queue how long the request counts as waiting before it runs
 * @param jitter how far a token may be late, in percent of the gap
 * @param seed what text and jitter follow from; null means that they vary
 * @param reasoning how many reasoning tokens come first
 * @param text what the text is
 * @param blocks how many paragraphs or lists a prose answer has
 * @param faults what goes wrong
 * @param at after how many tokens a breaking or spoiling fault strikes
 * @param rate in how many percent of the requests the faults strike, spread evenly
 * @param first in how many of the first requests the faults strike
 * @param retry what a 429 or 503 says in {@code Retry-After}, in seconds
 * @param flaky whether some requests fail by mood
 */
record Script(
    int tokens,
    long gap,
    long ttft,
    long headers,
    long queue,
    int jitter,
    @Nullable Long seed,
    int reasoning,
    Text text,
    int blocks,
    Set<Fault> faults,
    int at,
    int rate,
    int first,
    int retry,
    boolean flaky) {

  /** What an answer's text is. */
  enum Text {
    /** Prose in the language of the user's message. */
    AUTO,
    /** English prose. */
    EN,
    /** Korean prose. */
    KO,
    /** Token i is {@code "i "}; reasoning token i is {@code "ri "}. */
    NUMBERS,
    /** Every token is {@code "exchange:i:nanoTime "}, i counting reasoning and answer together. */
    STAMPS
  }

  Script {
    faults = Set.copyOf(faults);
  }

  /**
   * What goes wrong in the {@code turn}th request (from 0) of those with this script. A flaky model
   * that was given no fault breaks off in the third of five requests and is too busy in the fifth.
   */
  Set<Fault> faultsOf(long turn) {
    if (!faults.isEmpty()) {
      boolean strikes = turn < first && (turn + 1) * rate / 100 > turn * rate / 100;
      return strikes ? faults : form();
    }
    if (!flaky) {
      return Set.of();
    }
    return switch ((int) (turn % 5)) {
      case 2 -> Set.of(Fault.CUT);
      case 4 -> Set.of(Fault.TOO_MANY_REQUESTS);
      default -> Set.of();
    };
  }

  /** Faults of form hold for every request: they break nothing. */
  private Set<Fault> form() {
    Set<Fault> form = EnumSet.noneOf(Fault.class);
    faults.stream().filter(fault -> fault.kind() == Fault.Kind.FORM).forEach(form::add);
    return form;
  }
}
