package dev.assay.provider;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The connections to model servers: HTTP/1.1, on the event loops that also serve the sockets, so
 * that a token often goes from the one to the other without waking a thread. One that has served is
 * kept for a while and serves again.
 */
@Singleton
final class Connections {
  private static final HttpDecoderConfig DECODING =
      new HttpDecoderConfig().setMaxHeaderSize(64 * 1024);

  private final UpstreamSettings settings;
  private final Bootstrap bootstrap;
  private final SslContext tls;
  private final Map<Origin, Deque<Connection>> kept = new ConcurrentHashMap<>();

  Connections(UpstreamSettings settings, EventLoopGroup loops) {
    this.settings = settings;
    this.tls = tls();
    this.bootstrap =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectTimeout().toMillis());
  }

  /** What the JVM trusts is trusted; the certificate has to be for the host. */
  private static SslContext tls() {
    try {
      return SslContextBuilder.forClient()
          .sslProvider(SslProvider.JDK)
          .endpointIdentificationAlgorithm("HTTPS")
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request; what becomes of it the exchange is told. */
  void send(Exchange exchange, Origin origin) {
    Connection idle = take(origin);
    if (idle == null) {
      connect(exchange, origin);
    } else {
      idle.channel()
          .eventLoop()
          .execute(() -> {
            if (!idle.begin(exchange)) {
              connect(exchange, origin);
            }
          });
    }
  }

  /** Sends a request on a new connection. */
  void connect(Exchange exchange, Origin origin) {
    connect(exchange, origin, 0);
  }

  private void connect(Exchange exchange, Origin origin, int index) {
    bootstrap
        .clone()
        .handler(new Pipeline(origin))
        .connect(origin.socket(index))
        .addListener((ChannelFuture connected) -> {
          if (connected.isSuccess()) {
            begin(connected.channel(), exchange);
          } else if (index + 1 < origin.addresses().size() && !exchange.isClosed()) {
            connect(exchange, origin, index + 1);
          } else {
            exchange.fail(connected.cause());
          }
        });
  }

  private static void begin(Channel channel, Exchange exchange) {
    Connection connection = channel.pipeline().get(Connection.class);
    if (connection == null || !connection.begin(exchange)) {
      exchange.fail(new IOException("closed"));
    }
  }

  /** Keeps a connection for the next request; on its event loop. */
  void keep(Connection idle) {
    kept.compute(
        idle.origin(),
        (_, others) -> {
          Deque<Connection> all = others == null ? new ConcurrentLinkedDeque<>() : others;
          all.addFirst(idle);
          return all;
        });
  }

  /** The one that was used last: it is the least likely to be closed just now. */
  private @Nullable Connection take(Origin origin) {
    Deque<Connection> idle = kept.get(origin);
    return idle == null ? null : idle.pollFirst();
  }

  /** It has been closed. */
  void forget(Connection closed) {
    kept.computeIfPresent(
        closed.origin(),
        (_, idle) -> {
          idle.remove(closed);
          return idle.isEmpty() ? null : idle;
        });
  }

  private final class Pipeline extends ChannelInitializer<Channel> {
    private final Origin origin;

    Pipeline(Origin origin) {
      this.origin = origin;
    }

    @Override
    protected void initChannel(Channel channel) {
      if (origin.isSecure()) {
        SslHandler handler = tls.newHandler(channel.alloc(), origin.host(), origin.port());
        handler.setHandshakeTimeoutMillis(settings.connectTimeout().toMillis());
        channel.pipeline().addLast(handler);
      }
      channel
          .pipeline()
          .addLast(new HttpClientCodec(DECODING, false, false))
          .addLast(new Connection(Connections.this, origin, channel));
    }
  }
}
