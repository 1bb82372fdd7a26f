package dev.assay.graphql.socket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;

/**
 * {@code /graphql-ws}. The framework routes, filters and upgrades the request; from then on the
 * channel's frames go to a {@link SocketHandler} in its pipeline, because only the channel tells
 * whether a reader keeps up.
 */
@ServerWebSocket(value = SocketEndpoint.PATH, subprotocols = SocketEndpoint.PROTOCOL)
final class SocketEndpoint {
  static final String PATH = "/graphql-ws";
  static final String PROTOCOL = "graphql-transport-ws";

  /**
   * What the kernel may hold for a reader that stopped reading; by itself it would take megabytes.
   */
  private static final int KERNEL_BYTES = 256 * 1024;

  private final Sockets sockets;

  SocketEndpoint(Sockets sockets) {
    this.sockets = sockets;
  }

  @OnOpen
  void open(HttpRequest<?> request) {
    Channel channel = ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
    if (!channel.isActive()) {
      // The client has gone meanwhile: there is nothing to set up, and nothing to complain of.
      return;
    }
    channel.config().setOption(ChannelOption.SO_SNDBUF, KERNEL_BYTES);
    ChannelPipeline pipeline = channel.pipeline();
    String http = ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND;
    pipeline.addBefore(
        http,
        "graphql-message",
        new WebSocketFrameAggregator(sockets.settings().maxMessageBytes()));
    pipeline.addBefore(http, "graphql-socket", new SocketHandler(sockets, request));
  }

  /**
   * Never called: no frame gets past the {@link SocketHandler}. The framework wants it, and reads
   * the limit off it.
   */
  @OnMessage(maxPayloadLength = SocketSettings.MAX_FRAME_BYTES)
  void message(String text) {}
}
