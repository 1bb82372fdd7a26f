package dev.assay.run;

import dev.assay.testing.Json;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * Follows a run of one lane over a network that is cut again and again, and holds every event
 * against what has to come: the next number, the next piece of the text. It keeps no event and no
 * thread, so that a thousand of them fit beside the service. All of it happens on event loops, one
 * connection after the other.
 */
final class CutClient {
  private static final String DOCUMENT =
      """
      subscription($runId: ID!, $after: Int) { runEvents(runId: $runId, after: $after) {
        __typename sequence ... on RunSnapshot { run { results { text } } } ... on TextAppended { text offset }
        ... on ResultFinished { result { text } } } }
      """;

  private static final int PATIENCE_S = 120;
  private static final int MOST_CLOSES = 10;
  private static final int MAX_MESSAGE = 16 * 1024 * 1024;

  private final EventLoopGroup loops;
  private final URI socket;
  private final String runId;
  private final String wanted;
  private final int cutEvery;
  private final int cuts;

  private int sequence = -1;
  private int length = 0;
  private int tokens = 0;
  private int cutsDone = 0;
  private int snapshots = 0;
  private int closes = 0;
  private boolean finished = false;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /**
   * @param loops where it happens
   * @param wanted the whole text that the lane will have said
   * @param cutEvery after so many events the connection is cut
   * @param cuts how often
   */
  CutClient(EventLoopGroup loops, URI socket, String runId, String wanted, int cutEvery, int cuts) {
    this.loops = loops;
    this.socket = socket;
    this.runId = runId;
    this.wanted = wanted;
    this.cutEvery = cutEvery;
    this.cuts = cuts;
  }

  /**
   * What came of it.
   *
   * @param tokens events of text
   * @param snapshots how often a snapshot stood for what was missed, the first one included
   * @param closes how often the service closed the connection
   */
  record Outcome(int tokens, int cuts, int snapshots, int closes) {}

  /** Follows the run to its end. Fails with what should not come. */
  CompletableFuture<Outcome> follow() {
    connect();
    return outcome;
  }

  private void connect() {
    WebSocketClientProtocolConfig handshake =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(socket)
            .subprotocol("graphql-transport-ws")
            .maxFramePayloadLength(MAX_MESSAGE)
            // No farewell at a cut: the network is gone.
            .sendCloseFrame(null)
            .handleCloseFrames(false)
            .build();
    new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.SO_LINGER, 0)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel
                    .pipeline()
                    .addLast(
                        new HttpClientCodec(),
                        new HttpObjectAggregator(MAX_MESSAGE),
                        new WebSocketClientProtocolHandler(handshake),
                        new WebSocketFrameAggregator(MAX_MESSAGE),
                        new IdleStateHandler(PATIENCE_S, 0, 0),
                        new Connection());
              }
            })
        .connect(socket.getHost(), socket.getPort())
        .addListener((ChannelFuture connected) -> {
          if (!connected.isSuccess()) {
            outcome.completeExceptionally(connected.cause());
          }
        });
  }

  private String subscribe() {
    return "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"%s\",\"variables\":{\"runId\":\"%s\"%s}}}"
        .formatted(
            DOCUMENT.replace("\n", " "), runId, sequence < 0 ? "" : ",\"after\":" + sequence);
  }

  private void take(String text) {
    Json message = Json.read(text);
    switch (message.get("type").text()) {
      case "next" -> event(message.get("payload").get("data").get("runEvents"));
      case "complete" -> finished = true;
      default -> throw new IllegalStateException(text);
    }
  }

  private void event(Json event) {
    int number = event.get("sequence").integer();
    String type = event.get("__typename").text();
    if (type.equals("RunSnapshot")) {
      snapshots++;
      replace(number, event.get("run").get("results").get(0).get("text").text());
      return;
    }
    require(sequence < 0 || number == sequence + 1, "%d came after %d", number, sequence);
    sequence = number;
    if (type.equals("TextAppended")) {
      append(event.get("offset").integer(), event.get("text").text());
    } else if (type.equals("ResultFinished")) {
      require(event.get("result").get("text").text().equals(wanted), "another text at the end");
    }
  }

  private void append(int offset, String piece) {
    require(offset == length, "a piece for %d came at %d", offset, length);
    require(wanted.startsWith(piece, length), "another piece at %d: %s", length, piece);
    length += piece.length();
    tokens++;
  }

  private void replace(int number, String text) {
    require(number >= sequence, "a snapshot of %d came after %d", number, sequence);
    require(text.length() >= length, "a snapshot lost what had come");
    require(wanted.startsWith(text), "another text in a snapshot");
    sequence = number;
    length = text.length();
  }

  private void require(boolean holds, String message, Object... arguments) {
    if (!holds) {
      throw new IllegalStateException("Run " + runId + ": " + message.formatted(arguments));
    }
  }

  /** One connection, until it is cut or the run is over. */
  private final class Connection extends SimpleChannelInboundHandler<WebSocketFrame> {
    private int events = 0;

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        send(context, "{\"type\":\"connection_init\"}");
      } else if (event instanceof IdleStateEvent) {
        throw new IllegalStateException("Run %s: nothing for %d s".formatted(runId, PATIENCE_S));
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      if (!context.channel().isActive()) {
        return;
      }
      if (frame instanceof CloseWebSocketFrame close) {
        // Whoever is refused comes again, but not for ever.
        closes++;
        require(closes < MOST_CLOSES, "closed again and again: %s", close.reasonText());
        context.close();
        return;
      }
      String text = ((TextWebSocketFrame) frame).text();
      if (text.contains("\"connection_ack\"")) {
        send(context, subscribe());
        return;
      }
      take(text);
      events++;
      if (finished || (cutsDone < cuts && events >= cutEvery)) {
        cutsDone += finished ? 0 : 1;
        context.close();
      }
    }

    private static void send(ChannelHandlerContext context, String message) {
      context.writeAndFlush(new TextWebSocketFrame(message));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (!finished) {
        connect();
      } else if (length == wanted.length()) {
        outcome.complete(new Outcome(tokens, cutsDone, snapshots, closes));
      } else {
        fail(new IllegalStateException("Run " + runId + ": " + length + " characters"));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      fail(cause);
      context.close();
    }

    private void fail(Throwable cause) {
      finished = true;
      outcome.completeExceptionally(cause);
    }
  }
}
