package dev.assay.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of streams are put together before they leave. All streams of an event loop share
 * one, each empties it within its turn; so the memory stays warm, and nothing is allocated for a
 * token unless a reader is slow.
 */
final class Outbox {
  private static final int COMMON = 4096;

  private final Bytes event = new Bytes();
  private final Bytes batch = new Bytes();
  private @Nullable ByteBuf buffer;

  /** For one event at a time. */
  Bytes event() {
    return event.clear();
  }

  /** What is to leave. */
  Bytes batch() {
    return batch;
  }

  /**
   * Sends the batch past the HTTP encoder, whose state between head and last chunk does not change.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the connection
  void flush(ChannelHandlerContext codec) {
    if (batch.size() > 0) {
      ByteBuf bytes = free(codec).writeBytes(batch.array(), 0, batch.size());
      batch.clear();
      codec.writeAndFlush(bytes, codec.voidPromise());
    }
  }

  void close() {
    if (buffer != null) {
      buffer.release();
      buffer = null;
    }
  }

  /** The shared buffer, unless a connection still holds it or it is too small. */
  private ByteBuf free(ChannelHandlerContext codec) {
    if (batch.size() > COMMON) {
      return codec.alloc().directBuffer(batch.size());
    }
    if (buffer == null || buffer.refCnt() > 1) {
      close();
      buffer = codec.alloc().directBuffer(COMMON, COMMON);
    }
    return buffer.clear().retain();
  }
}
