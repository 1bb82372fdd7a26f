package dev.assay.simulator;

import java.util.Locale;
import java.util.Optional;

/**
 * What goes wrong on purpose. A script names faults in lower case ({@code reset}) or by their
 * status ({@code 429}). <i>Status</i> faults answer at once instead of the model; <i>breaking</i>
 * faults strike after {@code at} tokens and end the answer; <i>spoiling</i> faults strike once
 * after {@code at} tokens and the answer goes on; <i>form</i> faults change how every byte of a
 * stream is sent and nothing of its meaning.
 */
public enum Fault {
  /** 401 with vLLM's body for a wrong key, whose {@code error} is a string. */
  UNAUTHORIZED(Kind.STATUS, "401"),
  /** 429 with {@code Retry-After}. */
  TOO_MANY_REQUESTS(Kind.STATUS, "429"),
  /** 500 with vLLM's error body. */
  SERVER_ERROR(Kind.STATUS, "500"),
  /** 503 with vLLM's error body. */
  UNAVAILABLE(Kind.STATUS, "503"),
  /** A proxy's 502 page in HTML. */
  HTML(Kind.STATUS, "html"),
  /** The connection is reset (TCP RST). */
  RESET(Kind.BREAKING, "reset"),
  /** The connection is closed (TCP FIN) in mid-body, without the last chunk. */
  CUT(Kind.BREAKING, "cut"),
  /**
   * The body ends properly, but without a finish reason and {@code [DONE]}; then the server closes,
   * as the head has said.
   */
  CLOSE(Kind.BREAKING, "close"),
  /** Silence until the client goes away. */
  STALL(Kind.BREAKING, "stall"),
  /** An error object as an event, then {@code [DONE]}, as vLLM reports a failure in mid-stream. */
  ERROR(Kind.BREAKING, "error"),
  /** An event whose data is not JSON. */
  MALFORMED(Kind.SPOILING, "malformed"),
  /** A token of {@link #HUGE_BYTES} bytes. */
  HUGE(Kind.SPOILING, "huge"),
  /** Event lines end in CR LF. */
  CRLF(Kind.FORM, "crlf"),
  /** Characters, lines, chunks and packets are torn at awkward places. */
  SPLIT(Kind.FORM, "split");

  /** How long the token of {@link #HUGE} is: 4 MiB. */
  public static final int HUGE_BYTES = 4 * 1024 * 1024;

  enum Kind {
    STATUS,
    BREAKING,
    SPOILING,
    FORM
  }

  private final Kind kind;
  private final String key;

  Fault(Kind kind, String key) {
    this.kind = kind;
    this.key = key;
  }

  /** How a script names it. */
  public String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  static Optional<Fault> ofKey(String key) {
    String wanted = key.toLowerCase(Locale.ROOT);
    for (Fault fault : values()) {
      if (fault.key.equals(wanted)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
