import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The bare relay: what there is to do between a model server and a websocket, and nothing else. No
 * GraphQL, no storage, no sign-in, no queue, no timings. A message {@code {"id","model","baseUrl"}}
 * asks a model; each piece of its answer becomes one text frame {@code {"id","text","seq"}}, and
 * {@code {"id","done":true}} follows the last.
 *
 * <p>Everything of a stream happens on the event loop of its websocket, on a connection of its own
 * to the model server: no thread is woken for a token, and what arrives together is flushed
 * together.
 */
public final class Relay {
  private Relay() {}

  /** Takes no arguments; prints the address that it serves, and serves until it is ended. */
  public static void main(String[] arguments) throws InterruptedException {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Pipeline())
            .bind(InetAddress.ofLiteral("127.0.0.1"), 0)
            .sync()
            .channel();
    System.out.println(
        "ready ws://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + "/");
    Thread.currentThread().join();
  }

  private static final class Pipeline extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(64 * 1024))
          .addLast(new WebSocketServerProtocolHandler("/"))
          .addLast(new Asked());
    }
  }

  private static final class Asked extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      String message = frame.text();
      URI uri = URI.create(field(message, "baseUrl") + "/chat/completions");
      Answer answer = new Answer(context.channel(), message, uri);
      new Bootstrap()
          .group(context.channel().eventLoop())
          .channel(NioSocketChannel.class)
          .option(ChannelOption.TCP_NODELAY, true)
          .handler(
              new ChannelInitializer<>() {
                @Override
                protected void initChannel(Channel channel) {
                  channel.pipeline().addLast(new HttpClientCodec(), answer);
                }
              })
          .connect(uri.getHost(), uri.getPort());
    }
  }

  /** Asks the model server, and copies what it says. */
  private static final class Answer extends SimpleChannelInboundHandler<HttpObject> {
    private final Channel reader;
    private final String message;
    private final URI uri;
    private final String head;
    private final ByteBuf open = Unpooled.buffer();
    private int sequence = 0;

    Answer(Channel reader, String message, URI uri) {
      this.reader = reader;
      this.message = message;
      this.uri = uri;
      this.head = "{\"id\":\"" + field(message, "id") + "\",\"text\":\"";
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      ByteBuf body = Unpooled.copiedBuffer(body(field(message, "model")), UTF_8);
      var request =
          new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, uri.getRawPath(), body);
      request
          .headers()
          .set(HttpHeaderNames.HOST, uri.getAuthority())
          .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
          .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
      context.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (part instanceof HttpContent content) {
        open.discardReadBytes().writeBytes(content.content());
        int length;
        while ((length = open.bytesBefore((byte) '\n')) >= 0) {
          copy(open.readCharSequence(length, UTF_8).toString());
          open.skipBytes(1);
        }
      }
      if (part instanceof LastHttpContent) {
        send("{\"id\":\"" + field(message, "id") + "\",\"done\":true}");
        reader.flush();
        context.close();
      }
    }

    private void copy(String line) {
      int from = line.indexOf("\"content\":\"") + "\"content\":\"".length();
      int to = from < "\"content\":\"".length() ? -1 : end(line, from);
      if (to > from) {
        // The text goes from JSON into JSON: it keeps its escapes.
        send(head + line.substring(from, to) + "\",\"seq\":" + sequence++ + "}");
      }
    }

    private void send(String text) {
      ByteBuf bytes = reader.alloc().buffer(ByteBufUtil.utf8MaxBytes(text));
      ByteBufUtil.writeUtf8(bytes, text);
      reader.write(new TextWebSocketFrame(bytes), reader.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      reader.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      reader.close();
      context.close();
    }
  }

  private static String body(String model) {
    return "{\"model\":\""
        + model
        + "\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
        + "\"messages\":[{\"role\":\"user\",\"content\":\"Why is the sky blue?\"}]}";
  }

  private static String field(String json, String name) {
    String head = "\"" + name + "\":\"";
    int from = json.indexOf(head) + head.length();
    return json.substring(from, end(json, from));
  }

  /** Where the string that began before {@code from} ends. */
  private static int end(String json, int from) {
    int at = from;
    while (json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
