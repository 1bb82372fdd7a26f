package dev.assay.graphql.socket;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.graphql.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one message as it is written. A long text is not copied into it: its JSON is made
 * once for all messages that hold the same string, and kept as long as that string is. So a long
 * answer that many are sent stands in the memory once, however slowly they read.
 */
final class MessageBytes extends OutputStream implements Json.LongTexts {
  private static final int USUAL_BYTES = 512;

  /** By identity; a string's bytes go when it does. */
  private static final Cache<String, ByteBuffer> LONG_TEXTS =
      Caffeine.newBuilder().weakKeys().build();

  private final ByteBufAllocator buffers;
  private ByteBuf current;

  /** What stands before {@link #current}; null while that is all. */
  private @Nullable CompositeByteBuf before;

  MessageBytes(ByteBufAllocator buffers) {
    this.buffers = buffers;
    this.current = buffers.buffer(USUAL_BYTES);
  }

  @Override
  public void write(int single) {
    current.writeByte(single);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    current.writeBytes(source, offset, length);
  }

  @Override
  public void take(String text) {
    CompositeByteBuf whole = before == null ? buffers.compositeBuffer(Integer.MAX_VALUE) : before;
    before = whole;
    whole.addComponent(true, current);
    current = Unpooled.EMPTY_BUFFER;
    whole.addComponent(true, Unpooled.wrappedBuffer(LONG_TEXTS.get(text, MessageBytes::json)));
    current = buffers.buffer(USUAL_BYTES);
  }

  /** Direct, since a channel copies every other kind; freed when nobody holds it any more. */
  private static ByteBuffer json(String text) {
    ByteArrayOutputStream made = new ByteArrayOutputStream(text.length() + USUAL_BYTES);
    try (JsonGenerator out = Json.generator(made)) {
      Json.write(out, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.allocateDirect(made.size()).put(made.toByteArray()).flip();
  }

  /** All of it; the caller's from now on. */
  ByteBuf whole() {
    return before == null ? current : before.addComponent(true, current);
  }

  /** Gives up what was written. */
  void release() {
    current.release();
    if (before != null) {
      before.release();
    }
  }
}
