package dev.assay.simulator;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion that is sent in one piece, when the last token of a stream would have been. A
 * breaking fault strikes when its token would have been due.
 */
final class ChatWhole implements Answering {
  private final Connection connection;
  private final Reply.Chat chat;
  private final Exchange exchange;
  private final Tally tally;
  private @Nullable Future<?> due;

  ChatWhole(Connection connection, Reply.Chat chat, Exchange exchange, Tally tally) {
    this.connection = connection;
    this.chat = chat;
    this.exchange = exchange;
    this.tally = tally;
  }

  @Override
  public void start() {
    Fault fault = chat.striking();
    int last = fault == null ? chat.tokens().size() - 1 : chat.strikesAt();
    long wait = chat.pace(exchange.arrivedNanos()).due(Math.max(last, 0)) - System.nanoTime();
    ChannelHandlerContext codec = connection.codec();
    due = codec.executor().schedule(this::answer, wait, TimeUnit.NANOSECONDS);
  }

  @Override
  public void abandon() {
    if (due != null) {
      due.cancel(false);
    }
    tally.ended("abort");
  }

  private void answer() {
    Fault fault = chat.striking();
    if (fault != null) {
      exchange.struck(fault);
      if (fault != Fault.HUGE) {
        fail(fault);
        return;
      }
    }
    connection.send(Reply.Whole.json(200, completion()), End.COMPLETED);
    tally.ended(chat.finishReason());
  }

  private void fail(Fault fault) {
    switch (fault) {
      case ERROR -> {
        tally.ended("abort");
        connection.send(Replies.ofFault(fault, 0), End.FAULT);
      }
      case MALFORMED -> {
        tally.ended("abort");
        byte[] half = Arrays.copyOf(Json.write(Map.of("id", chat.id())), 9);
        connection.send(Reply.Whole.text("application/json", half), End.FAULT);
      }
      default -> connection.breakOff(fault);
    }
  }

  private Map<String, Object> completion() {
    String thoughts = joined(0, chat.reasoning());
    String answer = joined(chat.reasoning(), chat.tokens().size());
    exchange.sentWhole(answer, thoughts, chat.tokens().size());
    for (int i = 0; i < chat.tokens().size(); i++) {
      tally.token(System.nanoTime());
    }
    Map<String, Object> message =
        Json.map(
            "role",
            "assistant",
            "content",
            answer,
            "reasoning_content",
            chat.reasoning() == 0 ? null : thoughts);
    Map<String, Object> choice =
        Json.map(
            "index",
            0,
            "message",
            message,
            "logprobs",
            null,
            "finish_reason",
            chat.finishReason(),
            "stop_reason",
            chat.stopReason());
    return Json.map(
        "id", chat.id(),
        "object", "chat.completion",
        "created", chat.created(),
        "model", chat.request().model(),
        "choices", List.of(choice),
        "usage", chat.usage(chat.tokens().size()));
  }

  private String joined(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(chat.tokens().at(i, System.nanoTime()));
    }
    return text.toString();
  }
}
