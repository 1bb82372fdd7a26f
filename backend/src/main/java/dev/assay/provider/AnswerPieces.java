package dev.assay.provider;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * One answer on its way from a server to the sink, whatever the protocol: its pieces are made
 * storable, counted, and bounded in their sum.
 */
public final class AnswerPieces {
  private final ChatSink sink;
  private final int maxBytes;
  private final TextCleaner answerCleaner = new TextCleaner();
  private final TextCleaner reasoningCleaner = new TextCleaner();
  private @Nullable String finishReason;
  private @Nullable TokenUsage usage;
  private int tokens = 0;
  private int inPiece = 1;
  private long bytes = 0;

  /** An answer of which nothing has come yet. */
  public AnswerPieces(ChatSink sink, UpstreamSettings settings) {
    this.sink = sink;
    this.maxBytes = settings.maxAnswerBytes();
  }

  /**
   * Something arrived. A server that sends a running count is believed; else a piece is a token, as
   * servers stream one a piece.
   *
   * @param running how many tokens there were so far; null where the server did not say
   */
  public void arrived(@Nullable TokenUsage running) {
    if (running == null) {
      tokens++;
      inPiece = 1;
      return;
    }
    usage = running;
    Integer completion = running.completionTokens();
    int before = tokens;
    tokens = completion == null ? tokens + 1 : completion;
    inPiece = Math.max(tokens - before, 0);
  }

  /** Hands on a piece of what arrived; null or empty for none. The first takes all its tokens. */
  public void give(TextKind kind, @Nullable String raw) {
    TextCleaner cleaner = kind == TextKind.ANSWER ? answerCleaner : reasoningCleaner;
    String text = raw == null ? "" : cleaner.clean(raw);
    if (text.isEmpty()) {
      return;
    }
    bytes += ByteBufUtil.utf8Bytes(text);
    if (bytes > maxBytes) {
      throw new AppException(
          ErrorCode.UPSTREAM_UNAVAILABLE,
          "The answer grew beyond %,d bytes and was cut off there. Set max tokens."
              .formatted(maxBytes));
    }
    int given = inPiece;
    inPiece = 0;
    sink.piece(kind, text, given);
  }

  /** The server's count of the whole answer. */
  public void counted(TokenUsage whole) {
    usage = whole;
  }

  /** Why the model stopped; null changes nothing. */
  public void finished(@Nullable String reason) {
    if (reason != null) {
      finishReason = TextCleaner.cleanWhole(reason);
    }
  }

  /** How many bytes a whole answer may take that comes at once, as JSON with all of it escaped. */
  public int maxBodyBytes() {
    return (int) Math.min(maxBytes * 3L, Integer.MAX_VALUE - 8);
  }

  /** How it ended, if nothing more comes. */
  public ChatEnd end() {
    return new ChatEnd(finishReason, usage);
  }
}
