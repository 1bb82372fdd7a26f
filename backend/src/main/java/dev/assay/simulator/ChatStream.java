package dev.assay.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion that is being streamed. It runs on its connection's event loop only: whenever
 * its next token is due, and when a reader that was too slow reads again. Tokens that are overdue
 * leave together, each as its own chunk.
 */
final class ChatStream implements Answering, Runnable {
  private static final int BATCH = 64 * 1024;

  private final Connection connection;
  private final Reply.Chat chat;
  private final Exchange exchange;
  private final Tally tally;
  private final ChannelHandlerContext codec;
  private final Pacer pacer;
  private final Outbox outbox;
  private final Tokens tokens;
  private final int size;
  private final Events events;
  private final Outlet outlet;
  private final Pace pace;
  private final @Nullable Fault fault;

  private int strikesAt;
  private int next;
  private boolean begun;
  private boolean parked;
  private boolean over;

  ChatStream(Connection connection, Reply.Chat chat, Exchange exchange, Tally tally) {
    this.connection = connection;
    this.chat = chat;
    this.exchange = exchange;
    this.tally = tally;
    this.codec = connection.codec();
    this.pacer = connection.pacer();
    this.outbox = connection.outbox();
    this.tokens = chat.tokens();
    this.size = tokens.size();
    this.events = new Events(outbox, chat);
    this.outlet =
        chat.faults().contains(Fault.SPLIT)
            ? new Outlet.Torn(outbox.batch())
            : new Outlet.Plain(outbox.batch());
    this.pace = chat.pace(exchange.arrivedNanos());
    this.fault = chat.striking();
    this.strikesAt = fault == null ? -1 : chat.strikesAt();
    exchange.streams(tokens, chat.reasoning());
  }

  @Override
  public void start() {
    run();
  }

  @Override
  public void writable() {
    if (parked) {
      parked = false;
      run();
    }
  }

  @Override
  public void abandon() {
    over = true;
    tally.ended("abort");
  }

  @Override
  public void run() {
    try {
      goOn();
    } catch (RuntimeException e) {
      over = true;
      outbox.batch().clear();
      codec.fireExceptionCaught(e);
    }
  }

  private void goOn() {
    if (over || (!begun && !begin())) {
      return;
    }
    while (!over && next < size) {
      if (pace.due(next) > System.nanoTime()) {
        outbox.flush(codec);
        pacer.wake(pace.due(next), this);
        return;
      }
      if (outbox.batch().size() > BATCH || !codec.channel().isWritable()) {
        giveWay();
        return;
      }
      step();
    }
    finish();
  }

  private void step() {
    if (next == strikesAt) {
      strike();
      if (over) {
        return;
      }
    }
    if (next == 0) {
      exchange.sentBytes(outlet.send(events.role()));
    }
    long now = System.nanoTime();
    boolean thought = next < chat.reasoning();
    String token = tokens.at(next, now);
    int bytes = outlet.send(events.token(token, thought, ++next));
    exchange.sentToken(now, bytes);
    tally.token(now);
  }

  /** Others have their turn; a slow reader's stream goes on when it reads again. */
  private void giveWay() {
    outbox.flush(codec);
    if (codec.channel().isWritable()) {
      codec.executor().execute(this);
    } else {
      parked = true;
    }
  }

  /** Sends the head if its time has come, and says whether it had. */
  private boolean begin() {
    long due = exchange.arrivedNanos() + chat.request().script().headers();
    if (due > System.nanoTime()) {
      pacer.wake(due, this);
      return false;
    }
    begun = true;
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    head.headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .set(HttpHeaderNames.TRANSFER_ENCODING, "chunked");
    exchange.began(200);
    chat.faults().stream().filter(form -> form.kind() == Fault.Kind.FORM).forEach(exchange::struck);
    connection.begin(head, fault == Fault.CLOSE);
    return true;
  }

  private void strike() {
    Fault striking = Objects.requireNonNull(fault);
    strikesAt = -1;
    exchange.struck(striking);
    switch (striking) {
      case MALFORMED -> exchange.sentBytes(outlet.send(events.malformed()));
      case ERROR -> {
        exchange.sentBytes(outlet.send(events.error()) + outlet.send(events.done()));
        stop();
        tally.ended("abort");
        connection.complete(End.FAULT);
      }
      case HUGE -> {}
      default -> {
        stop();
        connection.breakOff(striking);
      }
    }
  }

  private void stop() {
    over = true;
    outlet.release();
    outbox.flush(codec);
  }

  private void finish() {
    if (!over && strikesAt == next) {
      strike();
    }
    if (over) {
      return;
    }
    over = true;
    if (next == 0) {
      exchange.sentBytes(outlet.send(events.role()));
    }
    exchange.sentBytes(outlet.send(events.finish()));
    if (chat.request().usage()) {
      exchange.sentBytes(outlet.send(events.usage()));
    }
    exchange.sentBytes(outlet.send(events.done()));
    outlet.release();
    outbox.flush(codec);
    tally.ended(chat.finishReason());
    connection.complete(End.COMPLETED);
  }
}
