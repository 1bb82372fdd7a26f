package dev.assay.graphql.socket;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param operation whose it is; null where it is the socket's own. It is dropped if that is over.
 * @param then what happens once it is written
 */
record Frame(ByteBuf bytes, @Nullable Operation operation, Then then) {

  /** What happens once a frame is written. */
  enum Then {
    /** Nothing. */
    NOTHING,
    /** Its operation is asked for another event, as soon as the reader keeps up. */
    ASK_FOR_MORE,
    /** Its operation is over. */
    END
  }

  static Frame of(ByteBuf bytes) {
    return new Frame(bytes, null, Then.NOTHING);
  }

  int size() {
    return bytes.readableBytes();
  }
}
