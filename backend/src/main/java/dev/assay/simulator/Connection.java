package dev.assay.simulator;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: answers its requests one after the other and notices at once when the
 * client goes. Everything runs on its event loop.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a failed write closes the connection, which is noticed
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int MOST_PIPELINED = 16;

  private final Api api;
  private final SimulatorLog log;
  private final Pacer pacer;
  private final Outbox outbox;
  private final ArrayDeque<FullHttpRequest> pipelined = new ArrayDeque<>();
  private @Nullable ChannelHandlerContext context;
  private @Nullable Exchange exchange;
  private @Nullable Answering answering;
  private boolean keepAlive;
  private boolean shutDown;

  Connection(Api api, SimulatorLog log, Pacer pacer, Outbox outbox) {
    this.api = api;
    this.log = log;
    this.pacer = pacer;
    this.outbox = outbox;
  }

  Pacer pacer() {
    return pacer;
  }

  Outbox outbox() {
    return outbox;
  }

  /** The codec's place: what is written there goes out as it is. */
  ChannelHandlerContext codec() {
    return context().pipeline().context(HttpServerCodec.class);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext on, FullHttpRequest request) {
    if (exchange == null) {
      handle(request);
    } else if (pipelined.size() < MOST_PIPELINED) {
      pipelined.add(request.retain());
    } else {
      on.close();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext on) {
    if (answering != null && on.channel().isWritable()) {
      answering.writable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext on) {
    long now = System.nanoTime();
    if (exchange != null) {
      exchange.ended(shutDown ? End.SHUTDOWN : End.CLIENT_CLOSED, now);
    }
    if (answering != null) {
      answering.abandon();
    }
    pipelined.forEach(FullHttpRequest::release);
    pipelined.clear();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext on, Object event) {
    if (event == End.SHUTDOWN) {
      shutDown = true;
      on.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext on, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.error("The simulator failed; the connection is closed", cause);
    }
    on.close();
  }

  /** Writes a response's head; its chunks follow, and nothing after them if it is the last. */
  void begin(HttpResponse head, boolean last) {
    keepAlive &= !last;
    if (!keepAlive) {
      head.headers().set(HttpHeaderNames.CONNECTION, "close");
    }
    context().writeAndFlush(head, context().voidPromise());
  }

  /** Ends a chunked response that was begun. */
  void complete(End how) {
    Exchange done = exchange();
    context()
        .writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
        .addListener(sent -> done(done, sent.isSuccess(), how));
  }

  void send(Reply.Whole reply, End how) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            Unpooled.wrappedBuffer(reply.body()));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
        .set(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
    reply.headers().forEach((name, value) -> response.headers().set(name, value));
    if (!keepAlive) {
      response.headers().set(HttpHeaderNames.CONNECTION, "close");
    }
    Exchange done = exchange();
    done.began(reply.status());
    done.sentBytes(reply.body().length);
    context().writeAndFlush(response).addListener(sent -> done(done, sent.isSuccess(), how));
  }

  /** Ends the response as a breaking fault wants it; nothing more is sent. */
  void breakOff(Fault fault) {
    if (fault == Fault.STALL) {
      return;
    }
    exchange().ended(End.FAULT, System.nanoTime());
    if (fault == Fault.RESET) {
      context().channel().config().setOption(ChannelOption.SO_LINGER, 0);
    } else if (fault == Fault.CLOSE && exchange().status() != 0) {
      context().writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }
    context().close();
  }

  private void handle(FullHttpRequest request) {
    keepAlive = HttpUtil.isKeepAlive(request);
    String path = new QueryStringDecoder(request.uri()).path();
    int port = ((InetSocketAddress) context().channel().remoteAddress()).getPort();
    RequestHead head =
        new RequestHead(
            request.method().name(), path, port, RequestHead.interesting(request.headers()));
    Exchange begun = log.begin(System.nanoTime(), head);
    exchange = begun;
    boolean readable = request.decoderResult().isSuccess();
    byte[] body = ByteBufUtil.getBytes(request.content());
    String credential = request.headers().get(HttpHeaderNames.AUTHORIZATION);
    switch (api.answer(begun, readable, body, credential)) {
      case Reply.Whole whole -> {
        if (whole.fault() != null) {
          begun.struck(whole.fault());
        }
        send(whole, whole.fault() == null ? End.COMPLETED : End.FAULT);
      }
      case Reply.Chat chat -> {
        Tally tally = api.tally(chat, begun);
        answering =
            chat.request().stream()
                ? new ChatStream(this, chat, begun, tally)
                : new ChatWhole(this, chat, begun, tally);
        answering.start();
      }
    }
  }

  private void done(Exchange of, boolean sent, End how) {
    of.ended(sent ? how : End.CLIENT_CLOSED, System.nanoTime());
    exchange = null;
    answering = null;
    FullHttpRequest following = pipelined.poll();
    if (!keepAlive) {
      context().close();
    }
    if (following != null) {
      try {
        handle(following);
      } finally {
        following.release();
      }
    }
  }

  private Exchange exchange() {
    return Objects.requireNonNull(exchange);
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context);
  }
}
