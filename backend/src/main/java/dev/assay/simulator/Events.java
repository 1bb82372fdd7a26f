package dev.assay.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server-sent events of one streamed answer, each put together in the outbox's place for one.
 * What is the same in every event is encoded once.
 */
final class Events {
  private static final String DATA = "data: ";

  private final Outbox outbox;
  private final Reply.Chat chat;
  private final String lineEnd;
  private final byte[] answerHead;
  private final byte[] thoughtHead;
  private final byte[] tail;
  private final byte[] end;

  Events(Outbox outbox, Reply.Chat chat) {
    this.outbox = outbox;
    this.chat = chat;
    this.lineEnd = chat.faults().contains(Fault.CRLF) ? "\r\n" : "\n";
    this.answerHead = head("{\"content\":\"");
    this.thoughtHead = head("{\"reasoning_content\":\"");
    this.tail = "\"},\"logprobs\":null,\"finish_reason\":null}]".getBytes(UTF_8);
    this.end = ("}" + lineEnd + lineEnd).getBytes(UTF_8);
  }

  /** The first event: whose turn it is. */
  Bytes role() {
    return choice(Json.map("role", "assistant", "content", ""), null, 0);
  }

  /** One token; {@code sent} counts it. */
  Bytes token(String token, boolean thought, int sent) {
    Bytes event = outbox.event().put(thought ? thoughtHead : answerHead).putJson(token).put(tail);
    if (chat.request().continuousUsage()) {
      event.put(",\"usage\":".getBytes(UTF_8)).put(Json.write(chat.usage(sent)));
    }
    return event.put(end);
  }

  /** Why the answer ends. */
  Bytes finish() {
    return choice(Json.map("content", ""), chat.finishReason(), chat.tokens().size());
  }

  /** The usage event, whose list of choices is empty. */
  Bytes usage() {
    return data(Json.write(chunk(List.of(), chat.usage(chat.tokens().size()))));
  }

  Bytes done() {
    return data("[DONE]".getBytes(UTF_8));
  }

  /** An event whose data breaks off in mid-object. */
  Bytes malformed() {
    return data(
        ("{\"id\":\"" + chat.id() + "\",\"choices\":[{\"index\":0,\"delta\":{").getBytes(UTF_8));
  }

  Bytes error() {
    return data(
        Json.write(
            Replies.errorBody(500, "InternalServerError", "Simulated: the engine died.", null)));
  }

  private Bytes choice(Map<String, Object> delta, @Nullable String finishReason, int sent) {
    Map<String, Object> choice =
        Json.map(
            "index",
            0,
            "delta",
            delta,
            "logprobs",
            null,
            "finish_reason",
            finishReason,
            "stop_reason",
            finishReason == null ? null : chat.stopReason());
    Map<String, Object> usage = chat.request().continuousUsage() ? chat.usage(sent) : null;
    return data(Json.write(chunk(List.of(choice), usage)));
  }

  private Map<String, Object> chunk(List<Object> choices, @Nullable Map<String, Object> usage) {
    Map<String, Object> chunk = new LinkedHashMap<>();
    chunk.put("id", chat.id());
    chunk.put("object", "chat.completion.chunk");
    chunk.put("created", chat.created());
    chunk.put("model", chat.request().model());
    chunk.put("choices", choices);
    if (usage != null) {
      chunk.put("usage", usage);
    }
    return chunk;
  }

  private byte[] head(String delta) {
    String chunk = new String(Json.write(chunk(List.of(), null)), UTF_8);
    String open = chunk.substring(0, chunk.length() - "]}".length());
    return (DATA + open + "{\"index\":0,\"delta\":" + delta).getBytes(UTF_8);
  }

  private Bytes data(byte[] data) {
    byte[] lineEnds = (lineEnd + lineEnd).getBytes(UTF_8);
    return outbox.event().put(DATA.getBytes(UTF_8)).put(data).put(lineEnds);
  }
}
