package dev.assay.graphql.socket;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Presence;
import dev.assay.graphql.RequestId;
import dev.assay.graphql.socket.ClientMessage.Complete;
import dev.assay.graphql.socket.ClientMessage.ConnectionInit;
import dev.assay.graphql.socket.ClientMessage.Ping;
import dev.assay.graphql.socket.ClientMessage.Pong;
import dev.assay.graphql.socket.ClientMessage.Subscribe;
import dev.assay.graphql.socket.Frame.Then;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection and its operations, by the rules of the protocol. Everything happens on the
 * channel's event loop, except where it says so. Nothing is sent after the close frame.
 */
final class Socket {
  private enum State {
    OPEN,
    INITIALISING,
    READY,
    CLOSED
  }

  private final Sockets sockets;
  private final ChannelHandlerContext channel;
  private final HttpRequest<?> upgrade;
  private final ServerMessages messages;
  private final Outbox outbox;
  private final Liveness liveness;
  private final MessageRate rate;
  private final Map<String, Operation> operations = new HashMap<>();
  private final Queue<Operation> waiting = new ArrayDeque<>();

  /** Those that the client does not wait for any more and whose documents are still at work. */
  private final Set<Operation> abandoned = new HashSet<>();

  private State state = State.OPEN;

  /** Who it is, once the connection is initialised. */
  private @Nullable Caller caller;

  private Presence.@Nullable Stay stay;

  Socket(Sockets sockets, ChannelHandlerContext channel, HttpRequest<?> upgrade) {
    this.sockets = sockets;
    this.channel = channel;
    this.upgrade = upgrade;
    this.messages = new ServerMessages(channel.alloc());
    this.outbox = new Outbox(channel.channel(), this::write);
    this.rate = new MessageRate(sockets.settings().maxMessagesPerSecond());
    this.liveness = new Liveness(sockets.settings(), System.nanoTime());
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Whether what came next is looked at; whoever sends too much is closed. */
  boolean isHeard() {
    if (state != State.CLOSED && !rate.allows(System.nanoTime())) {
      close(CloseCode.TOO_MANY_MESSAGES);
    }
    return state != State.CLOSED;
  }

  void receive(ClientMessage message) {
    switch (message) {
      case ConnectionInit init -> initialise(init.authorization());
      case Subscribe subscribe -> subscribe(subscribe);
      case Complete complete -> complete(complete.id());
      case Ping ping -> outbox.add(Frame.of(messages.pong(ping.payload())));
      case Pong pong -> {}
    }
  }

  private void initialise(@Nullable String authorization) {
    if (state != State.OPEN) {
      close(CloseCode.TOO_MANY_INITS);
      return;
    }
    state = State.INITIALISING;
    Thread.ofVirtual().name("socket-caller").start(() -> findCaller(authorization));
  }

  /** On a virtual thread. */
  private void findCaller(@Nullable String given) {
    Runnable then;
    try {
      String header = upgrade.getHeaders().get(HttpHeaders.AUTHORIZATION);
      Caller found = sockets.callers().of(upgrade, given == null ? header : given);
      then = () -> acknowledge(found);
    } catch (AppException e) {
      then = () -> close(CloseCode.FORBIDDEN);
    } catch (RuntimeException e) {
      Sockets.LOG.error("The caller of a socket could not be established", e);
      then = () -> close(CloseCode.INTERNAL);
    }
    Sockets.run(channel.executor(), then);
  }

  private void acknowledge(@Nullable Caller found) {
    if (state != State.INITIALISING) {
      return;
    }
    if (found == null) {
      close(CloseCode.FORBIDDEN);
    } else if (!sockets.admit(found)) {
      close(CloseCode.TOO_MANY_SOCKETS);
    } else {
      caller = found;
      stay = sockets.presence().enter(found, this::showOut);
      state = State.READY;
      liveness.ready();
      outbox.add(Frame.of(messages.acknowledge()));
    }
  }

  /** On any thread. */
  private void showOut() {
    Sockets.run(channel.executor(), () -> close(CloseCode.FORBIDDEN));
  }

  private void subscribe(Subscribe message) {
    SocketSettings settings = sockets.settings();
    Caller known = caller;
    if (state != State.READY || known == null) {
      close(CloseCode.UNAUTHORIZED);
    } else if (operations.containsKey(message.id())) {
      close(CloseCode.DUPLICATE_ID);
    } else if (operations.size() + abandoned.size() >= settings.maxOperations()) {
      refuse(message.id());
    } else {
      begin(message, known);
    }
  }

  private void begin(Subscribe message, Caller known) {
    Operation operation =
        new Operation(message.id(), message.request(), known, sockets.engine(), messages, outbox);
    operations.put(message.id(), operation);
    liveness.busy(true, System.nanoTime());
    Thread.ofVirtual().name("operation").start(() -> execute(operation));
  }

  /** On a virtual thread. */
  private void execute(Operation operation) {
    operation.run();
    Sockets.run(channel.executor(), () -> executed(operation));
  }

  private void executed(Operation operation) {
    operation.executed();
    abandoned.remove(operation);
  }

  private void refuse(String id) {
    AppException error =
        new AppException(
            ErrorCode.RATE_LIMITED, "This connection has too many operations at once.");
    outbox.add(Frame.of(messages.error(id, error, RequestId.next())));
  }

  private void complete(String id) {
    Operation operation = operations.get(id);
    if (operation != null) {
      operation.cancel();
      forget(operation);
      if (operation.isExecuting()) {
        abandoned.add(operation);
      }
    }
  }

  private void forget(Operation operation) {
    operations.remove(operation.id(), operation);
    waiting.remove(operation);
    liveness.busy(!operations.isEmpty(), System.nanoTime());
  }

  private void write(Frame frame) {
    Operation operation = frame.operation();
    if (state == State.CLOSED || (operation != null && operation.isOver())) {
      frame.bytes().release();
      return;
    }
    channel.write(new TextWebSocketFrame(frame.bytes()), channel.voidPromise());
    if (operation != null && frame.then() == Then.END) {
      operation.finish();
      forget(operation);
    } else if (operation != null && frame.then() == Then.ASK_FOR_MORE) {
      waiting.add(operation);
      askWhileWritable();
    }
  }

  private void askWhileWritable() {
    while (channel.channel().isWritable() && !waiting.isEmpty()) {
      waiting.remove().askForMore();
    }
  }

  /**
   * The reader takes nothing at the moment, or does again. Nothing is read from it meanwhile: it
   * must not fill us up.
   */
  void writable(boolean writable) {
    liveness.writable(writable, System.nanoTime());
    channel.channel().config().setAutoRead(writable);
    askWhileWritable();
  }

  void read() {
    liveness.read(System.nanoTime());
  }

  /** Does what time demands. */
  void check() {
    switch (liveness.check(System.nanoTime())) {
      case LOST -> channel.close();
      case UNINITIALISED -> close(CloseCode.INIT_TIMEOUT);
      case IDLE -> close(CloseCode.IDLE);
      case PING -> channel.writeAndFlush(new PingWebSocketFrame(), channel.voidPromise());
      case FINE -> {}
    }
  }

  /** Says why and waits for the client's answer; whatever it says besides is not heard. */
  void close(CloseCode code) {
    if (state != State.CLOSED) {
      end();
      liveness.closing(System.nanoTime());
      channel.writeAndFlush(code.frame(), channel.voidPromise());
    }
  }

  /** Ends all operations at once. Does nothing the second time. */
  void end() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    operations.values().forEach(Operation::cancel);
    operations.clear();
    waiting.clear();
    Caller known = caller;
    if (known != null) {
      sockets.release(known);
    }
    if (stay != null) {
      stay.close();
    }
  }
}
