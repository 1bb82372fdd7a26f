package dev.assay.graphql.socket;

import io.micronaut.http.HttpRequest;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A socket's place in its channel's pipeline: turns frames and events into calls. */
final class SocketHandler extends ChannelDuplexHandler {
  private final Sockets sockets;
  private final HttpRequest<?> upgrade;
  private @Nullable Socket socket;

  SocketHandler(Sockets sockets, HttpRequest<?> upgrade) {
    this.sockets = sockets;
    this.upgrade = upgrade;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    Socket opened = new Socket(sockets, context, upgrade);
    socket = opened;
    sockets.add(opened, context.executor());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      socket().read();
      if (message instanceof WebSocketFrame frame) {
        receive(context, frame);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void receive(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      answerClose(context, close);
    } else if (socket().isHeard()) {
      switch (frame) {
        case TextWebSocketFrame text -> receiveText(text);
        case PingWebSocketFrame ping ->
            context.writeAndFlush(
                new PongWebSocketFrame(ping.content().retain()), context.voidPromise());
        case PongWebSocketFrame pong -> {}
        default -> socket().close(CloseCode.INVALID_MESSAGE);
      }
    }
  }

  private void receiveText(TextWebSocketFrame text) {
    try {
      socket().receive(ClientMessage.read(text.content()));
    } catch (IOException e) {
      socket().close(CloseCode.INVALID_MESSAGE);
    }
  }

  private void answerClose(ChannelHandlerContext context, CloseWebSocketFrame close) {
    if (socket().isClosed()) {
      context.close();
    } else {
      socket().end();
      context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** Somebody else closes the channel: the server stops. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    socket().close(CloseCode.GOING_AWAY);
    context.close(promise);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    socket().writable(context.channel().isWritable());
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    socket().end();
    sockets.remove(socket());
    context.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    // The framework would close a quiet socket; when to do that is ours to say.
    if (!(event instanceof IdleStateEvent)) {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
    switch (error) {
      case TooLongFrameException tooLong -> socket().close(CloseCode.MESSAGE_TOO_BIG);
      // The decoder has already said so to the client, and closes.
      case CorruptedFrameException broken -> socket().end();
      case IOException lost -> context.close();
      default -> {
        Sockets.LOG.warn("A socket failed", error);
        socket().close(CloseCode.INTERNAL);
      }
    }
  }

  private Socket socket() {
    return Objects.requireNonNull(socket);
  }
}
