package dev.assay.provider;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a model server and the exchange that is on it, one at a time. All of it happens
 * on the channel's event loop, except where it says so.
 */
final class Connection extends ChannelInboundHandlerAdapter {
  /**
   * Below the 5 s after which uvicorn closes an idle connection: a request must not be sent into
   * one being closed.
   */
  private static final long KEEP_MS = 4_000;

  private final Connections all;
  private final Origin origin;
  private final Channel channel;
  private @Nullable Exchange exchange;
  private @Nullable Future<?> idleEnd;
  private boolean isUsed = false;
  private boolean isSent = false;
  private boolean keepsAlive = false;

  /** The head at hand only says that another follows. */
  private boolean isInterim = false;

  Connection(Connections all, Origin origin, Channel channel) {
    this.all = all;
    this.origin = origin;
    this.channel = channel;
  }

  Origin origin() {
    return origin;
  }

  Channel channel() {
    return channel;
  }

  /** Sends a request. False where the connection is not open any more. */
  boolean begin(Exchange begun) {
    if (!channel.isActive()) {
      return false;
    }
    if (idleEnd != null) {
      idleEnd.cancel(false);
    }
    exchange = begun;
    isSent = false;
    begun.isOn(this);
    channel.writeAndFlush(begun.request().written()).addListener(this::sent);
    return true;
  }

  private void sent(Future<? super Void> writing) {
    isSent = writing.isSuccess();
    if (!isSent) {
      fail(writing.cause());
      channel.close();
    }
  }

  /** Closes the connection if it is still this exchange's; on any thread. */
  void abandon(Exchange abandoned) {
    if (channel.eventLoop().inEventLoop()) {
      if (exchange == abandoned) {
        channel.close();
      }
    } else {
      channel.eventLoop().execute(() -> abandon(abandoned));
    }
  }

  /** Reads from the server again, after what the event loop is at; on any thread. */
  void readOn() {
    channel.eventLoop().execute(() -> channel.config().setAutoRead(true));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (message instanceof HttpObject part) {
        take(part);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void take(HttpObject part) {
    Exchange current = exchange;
    if (current == null || part.decoderResult().isFailure()) {
      // Nobody asked, or it is no HTTP.
      fail(new IOException("not HTTP", part.decoderResult().cause()));
      channel.close();
      return;
    }
    if (part instanceof HttpResponse head) {
      isInterim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      keepsAlive = HttpUtil.isKeepAlive(head);
      if (!isInterim) {
        current.begin(head);
      }
    }
    if (part instanceof HttpContent content && !isInterim) {
      add(current, content.content());
      if (content instanceof LastHttpContent) {
        end(current);
      }
    }
  }

  private void add(Exchange current, ByteBuf content) {
    if (content.isReadable() && !current.add(ByteBufUtil.getBytes(content))) {
      channel.config().setAutoRead(false);
    }
  }

  /** The next exchange may have the connection before the reader of this one has noticed. */
  private void end(Exchange ended) {
    exchange = null;
    isUsed = true;
    channel.config().setAutoRead(true);
    if (keepsAlive && isSent) {
      idleEnd = channel.eventLoop().schedule(this::endIdleness, KEEP_MS, TimeUnit.MILLISECONDS);
      all.keep(this);
    } else {
      channel.close();
    }
    ended.end();
  }

  private void endIdleness() {
    if (exchange == null) {
      channel.close();
    }
  }

  /** Once for all that was read at a time. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    Exchange current = exchange;
    if (current != null) {
      current.wake();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    all.forget(this);
    fail(new IOException("closed"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(cause);
    channel.close();
  }

  /**
   * A server may close a kept connection just when it is used again. What only asks is then sent
   * anew, once: on a connection that nobody has used.
   */
  private void fail(Throwable cause) {
    Exchange failed = exchange;
    exchange = null;
    if (failed == null) {
      return;
    }
    if (isUsed && failed.isUnanswered() && failed.request().isGet() && !failed.isClosed()) {
      all.connect(failed, origin);
    } else {
      failed.fail(cause);
    }
  }
}
