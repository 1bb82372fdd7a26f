package dev.assay.simulator;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * An OpenAI-compatible model server that behaves like vLLM, needs no GPU and listens on 127.0.0.1
 * only. One thread does everything; it is a daemon.
 *
 * <p>It serves {@code /v1/models}, {@code /v1/chat/completions}, {@code /v1/embeddings}, {@code
 * /metrics}, {@code /health} and {@code /version}. Reasoning is sent as {@code reasoning_content},
 * as most servers do; vLLM's newer name for it is {@code reasoning}.
 *
 * <p><b>Scripts.</b> Pace, length, seed and faults come from the model's name, such as {@code
 * sim?tokens=200&gap=20ms&seed=7&fault=reset&at=50}; any model of {@link SimulatedModel#ALL} can
 * stand in the place of {@code sim} and keeps what the script does not name. The request's {@code
 * seed} overrides the name's, and its object {@code "simulate": {…}} with the same keys overrides
 * both. Times are {@code 500us}, {@code 20ms}, {@code 1.5s}; a bare number is milliseconds.
 *
 * <ul>
 *   <li>{@code tokens}: exactly so many answer tokens (else as many as the text happens to have; 64
 *       for numbers and stamps); {@code reasoning}: so many reasoning tokens before them (0).
 *   <li>{@code text}: {@code auto} (prose in the user's language), {@code en}, {@code ko}, {@code
 *       numbers} ({@code 0 1 2 …}), {@code stamps} ({@code exchange:index:nanoTime}); {@code
 *       blocks}: how many paragraphs or lists of prose (3).
 *   <li>{@code ttft}: to the first token (20ms); {@code gap}: from token to token (10ms); {@code
 *       jitter}: how late a token may be, in percent of the gap (0); {@code headers}: how long the
 *       response's head is held back (0); {@code queue}: how long the request is counted as waiting
 *       before its ttft begins (0).
 *   <li>{@code seed}: the same seed, model and messages give the same text and jitter.
 *   <li>{@code fault}: one of {@link Fault}, and {@code crlf} and {@code split} also beside
 *       another, by commas; {@code at}: after how many tokens it strikes (10, at the latest after
 *       the last); {@code rate}: in how many percent of the requests (100), spread evenly; {@code
 *       first}: only in so many of the first requests with this name and script; {@code retry}: the
 *       seconds of {@code Retry-After} (1).
 *   <li>{@code mood=flaky}: of five requests the third breaks off and the fifth is refused with
 *       429.
 * </ul>
 */
public final class Simulator implements AutoCloseable {
  private static final int PENDING_CONNECTIONS = 4096;

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("simulator", true), NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final SimulatorLog log;
  private final Channel server;

  private Simulator(SimulatorSettings settings) {
    log = new SimulatorLog(settings.loggedExchanges());
    Api api = new Api(settings.apiKey());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, PENDING_CONNECTIONS)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(pipeline(api, settings));
    server = bind(bootstrap, settings.port());
  }

  /** Starts a simulator without a key on this loopback port, or on any free one where 0. */
  public static Simulator start(int port) {
    return start(SimulatorSettings.onPort(port));
  }

  /**
   * Starts a simulator.
   *
   * @throws IllegalStateException when the port is taken
   */
  public static Simulator start(SimulatorSettings settings) {
    return new Simulator(settings);
  }

  /** The OpenAI base to give to clients: {@code http://127.0.0.1:PORT/v1}. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /** The port that it listens on. */
  public int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /** What was asked and sent so far. */
  public SimulatorLog log() {
    return log;
  }

  /**
   * Closes all connections; what still ran ends as {@link End#SHUTDOWN}. Waits at most 5 seconds.
   */
  @Override
  public void close() {
    server.close().awaitUninterruptibly();
    for (Channel connection : connections) {
      connection
          .eventLoop()
          .execute(() -> connection.pipeline().fireUserEventTriggered(End.SHUTDOWN));
    }
    connections.newCloseFuture().awaitUninterruptibly(2, TimeUnit.SECONDS);
    loop.shutdownGracefully(0, 3, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private ChannelInitializer<Channel> pipeline(Api api, SimulatorSettings settings) {
    EventLoop only = loop.next();
    Pacer pacer = new Pacer((nanos, task) -> only.schedule(task, nanos, TimeUnit.NANOSECONDS));
    Outbox outbox = new Outbox();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        connections.add(channel);
        channel
            .pipeline()
            .addLast(new HttpServerCodec())
            .addLast(new HttpObjectAggregator(settings.maxBodyBytes()))
            .addLast(new Connection(api, log, pacer, outbox));
      }
    };
  }

  private Channel bind(ServerBootstrap bootstrap, int port) {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    var bound = bootstrap.bind(loopback, port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new IllegalStateException(
          "The simulator cannot listen on 127.0.0.1:" + port, bound.cause());
    }
    return bound.channel();
  }
}
