package dev.assay.graphql.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a channel that is still amid a request after some time, or after as much time again for
 * each whole {@value #PIECE} bytes of it that have come. It stands before the codec and sees the
 * first bytes of a request; {@link #end()} stands behind it and sees the last.
 */
final class ArrivalTimer extends ChannelInboundHandlerAdapter {
  private static final int PIECE = 1024 * 1024;

  private final Duration limit;
  private long arrived = 0;
  private @Nullable ScheduledFuture<?> close;

  ArrivalTimer(Duration limit) {
    this.limit = limit;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (context.pipeline().get(HttpServerCodec.class) == null) {
      // It is a websocket by now, which has limits of its own.
      context.pipeline().remove(this);
    } else if (close == null) {
      arrived = 0;
      start(context);
    } else if (bytes instanceof ByteBuf some) {
      arrived += some.readableBytes();
      renew(context);
    }
    context.fireChannelRead(bytes);
  }

  private void renew(ChannelHandlerContext context) {
    if (arrived >= PIECE) {
      arrived -= PIECE;
      stop();
      start(context);
    }
  }

  private void start(ChannelHandlerContext context) {
    close =
        context.executor().schedule(() -> context.close(), limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }

  private void stop() {
    if (close != null) {
      close.cancel(false);
      close = null;
    }
  }

  ChannelInboundHandlerAdapter end() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
          stop();
        }
        context.fireChannelRead(message);
      }
    };
  }
}
