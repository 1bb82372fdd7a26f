package dev.assay.simulator;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and what the simulator did with it: a live view that any thread may read while the
 * answer is still being sent. All times are {@link System#nanoTime} of this process. Text and token
 * times are kept up to {@link #TEXT_KEPT} characters and {@link #TOKENS_KEPT} tokens; the counts go
 * on.
 */
public final class Exchange {
  /** How many characters of text and of reasoning are kept, each. */
  public static final int TEXT_KEPT = 256 * 1024;

  /** How many token times are kept. */
  public static final int TOKENS_KEPT = 64 * 1024;

  private final long id;
  private final long arrivedNanos;
  private final RequestHead head;
  private final Runnable changed;

  private String text = "";
  private String reasoning = "";
  private @Nullable Tokens streaming;
  private int thoughts;
  private Map<String, Object> parameters = Map.of();
  private long[] tokenNanos = {};
  private int tokensSent;
  private long bytesSent;
  private int status;
  private @Nullable Fault fault;
  private @Nullable End end;
  private long endedNanos;

  Exchange(long id, long arrivedNanos, RequestHead head, Runnable changed) {
    this.id = id;
    this.arrivedNanos = arrivedNanos;
    this.head = head;
    this.changed = changed;
  }

  /** Its number, from 1 on, in order of arrival. */
  public long id() {
    return id;
  }

  /** When the request had arrived whole. */
  public long arrivedNanos() {
    return arrivedNanos;
  }

  /** Which request it was: method, path, headers of interest and the client's port. */
  public RequestHead head() {
    return head;
  }

  /**
   * The request's JSON body as maps, lists, strings, numbers and flags; empty if it had none. Of a
   * body over 64 KiB only the short members are kept.
   */
  public synchronized Map<String, Object> parameters() {
    return parameters;
  }

  /** The model that was asked for, as it was written; empty if the request named none. */
  public synchronized String model() {
    return parameters.get("model") instanceof String model ? model : "";
  }

  /** The response's status; 0 before its first byte. */
  public synchronized int status() {
    return status;
  }

  /** How many tokens were handed to the connection, reasoning included. */
  public synchronized int tokensSent() {
    return tokensSent;
  }

  /**
   * When each token was handed to the connection, in order; a copy. Empty for unstreamed answers.
   */
  public synchronized long[] tokenNanos() {
    return Arrays.copyOf(tokenNanos, Math.min(tokensSent, tokenNanos.length));
  }

  /** The answer's text as far as it was sent. */
  public synchronized String text() {
    return streaming == null ? text : joined(streaming, thoughts, tokensSent);
  }

  /** The reasoning's text as far as it was sent. */
  public synchronized String reasoning() {
    return streaming == null ? reasoning : joined(streaming, 0, Math.min(thoughts, tokensSent));
  }

  /** How many bytes of body and chunk framing were handed to the connection. */
  public synchronized long bytesSent() {
    return bytesSent;
  }

  /** The fault that struck; null while none did. */
  public synchronized @Nullable Fault fault() {
    return fault;
  }

  /** How it ended; null while it has not. */
  public synchronized @Nullable End end() {
    return end;
  }

  /** When it ended; 0 while it has not. */
  public synchronized long endedNanos() {
    return endedNanos;
  }

  /** Whether it ended in this way. */
  public boolean ended(End how) {
    return end() == how;
  }

  @Override
  public synchronized String toString() {
    return "#%d %s %s %s: status %d, %d tokens, %d bytes, fault %s, end %s"
        .formatted(
            id, head.method(), head.path(), model(), status, tokensSent, bytesSent, fault, end);
  }

  void parameters(Map<String, Object> body) {
    synchronized (this) {
      parameters = body;
    }
    changed.run();
  }

  void began(int withStatus) {
    synchronized (this) {
      status = withStatus;
    }
    changed.run();
  }

  /** These tokens will be streamed, first so many of reasoning. */
  synchronized void streams(Tokens tokens, int reasoningTokens) {
    streaming = tokens;
    thoughts = reasoningTokens;
  }

  /** The next token was sent. Its text is put together only when somebody asks or at the end. */
  void sentToken(long nanos, int bytes) {
    synchronized (this) {
      keepTime(nanos);
      bytesSent += bytes;
    }
    changed.run();
  }

  void sentBytes(int bytes) {
    synchronized (this) {
      bytesSent += bytes;
    }
  }

  /** An unstreamed answer went out: all its tokens at once. */
  synchronized void sentWhole(String answer, String reasoningText, int tokens) {
    text = answer;
    reasoning = reasoningText;
    tokensSent = tokens;
  }

  void struck(Fault by) {
    synchronized (this) {
      fault = by;
    }
    changed.run();
  }

  /** The first call decides; says whether this was it. */
  boolean ended(End how, long nanos) {
    synchronized (this) {
      if (end != null) {
        return false;
      }
      reasoning = reasoning();
      text = text();
      streaming = null;
      end = how;
      endedNanos = nanos;
    }
    changed.run();
    return true;
  }

  private void keepTime(long nanos) {
    if (tokensSent == tokenNanos.length && tokensSent < TOKENS_KEPT) {
      tokenNanos = Arrays.copyOf(tokenNanos, Math.max(64, tokensSent * 2));
    }
    if (tokensSent < tokenNanos.length) {
      tokenNanos[tokensSent] = nanos;
    }
    tokensSent++;
  }

  private String joined(Tokens tokens, int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < Math.min(to, TOKENS_KEPT) && joined.length() < TEXT_KEPT; i++) {
      joined.append(tokens.at(i, tokenNanos[i]));
    }
    joined.setLength(Math.min(joined.length(), TEXT_KEPT));
    return joined.toString();
  }
}
