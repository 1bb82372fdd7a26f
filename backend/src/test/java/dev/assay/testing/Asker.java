package dev.assay.testing;

import dev.assay.database.TestDatabase;
import dev.assay.error.AppException;
import dev.assay.provider.Cancellation;
import dev.assay.provider.ChatEnd;
import dev.assay.provider.ChatProviders;
import dev.assay.provider.ChatRequest;
import dev.assay.provider.Endpoint;
import dev.assay.provider.ExampleTurn;
import dev.assay.provider.OfferedModel;
import dev.assay.provider.Parameters;
import dev.assay.provider.Protocol;
import dev.assay.provider.TextKind;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a server that replays recordings, by one protocol, as a run's lane would. */
public final class Asker implements AutoCloseable {
  /** The key that it proves itself by. */
  public static final String KEY = "sk-secret";

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Protocol protocol;
  private final ReplayServer server = ReplayServer.start();
  private final ApplicationContext context;

  /**
   * What came of it.
   *
   * @param tokens of each piece, reasoning first where an event has both
   * @param end null where it failed
   * @param error null where it did not fail
   * @param replayed null where another server was asked
   */
  public record Asked(
      String answer,
      String reasoning,
      List<Integer> tokens,
      @Nullable ChatEnd end,
      @Nullable AppException error,
      ReplayServer.@Nullable Request replayed) {
    /** What the server that replays was asked. */
    public ReplayServer.Request request() {
      return Objects.requireNonNull(replayed);
    }

    private Asked with(ReplayServer.Request request) {
      return new Asked(answer, reasoning, tokens, end, error, request);
    }

    /** How it ended, if well. */
    public ChatEnd ended() {
      return Objects.requireNonNull(end, () -> "failed: " + error);
    }

    /** Why it failed. */
    public AppException failure() {
      return Objects.requireNonNull(error, () -> "ended: " + end);
    }
  }

  /** One that speaks this protocol. */
  public Asker(Protocol protocol) {
    this.protocol = protocol;
    Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
    properties.put("assay.simulator.enabled", false);
    this.context = ApplicationContext.run(properties);
  }

  /** Asks with nothing but a message. */
  public Asked ask(String recording) {
    return ask(Recording.of(recording));
  }

  /** Asks with nothing but a message. */
  public Asked ask(Recording recording) {
    return ask(recording, "model-1", null, Parameters.NONE);
  }

  /** Asks with example turns. */
  public Asked ask(Recording recording, String systemPrompt, List<ExampleTurn> turns) {
    return ask(
        recording,
        new ChatRequest(endpoint(), "model-1", systemPrompt, turns, "Hello", Parameters.NONE));
  }

  /** Asks. */
  public Asked ask(
      Recording recording, String model, @Nullable String systemPrompt, Parameters parameters) {
    return ask(recording, new ChatRequest(endpoint(), model, systemPrompt, "Hello", parameters));
  }

  private Endpoint endpoint() {
    return new Endpoint(URI.create(server.url() + "/v1"), protocol, KEY);
  }

  private Asked ask(Recording recording, ChatRequest request) {
    server.play(recording);
    int before = server.requests().size();
    Asked asked = ask(request);
    return asked.with(server.requests().get(before));
  }

  /** Asks another server than the one that replays, with nothing but a message. */
  public Asked ask(URI address) {
    Endpoint endpoint = new Endpoint(address, protocol, KEY);
    return ask(new ChatRequest(endpoint, "model-1", null, "Hello", Parameters.NONE));
  }

  private Asked ask(ChatRequest request) {
    StringBuilder answer = new StringBuilder();
    StringBuilder reasoning = new StringBuilder();
    List<Integer> tokens = new ArrayList<>();
    ChatEnd end = null;
    AppException error = null;
    try {
      end =
          context.getBean(ChatProviders.class).of(protocol).stream(
              request,
              (kind, text, count) -> {
                (kind == TextKind.ANSWER ? answer : reasoning).append(text);
                tokens.add(count);
              },
              new Cancellation());
    } catch (AppException e) {
      error = e;
    }
    return new Asked(answer.toString(), reasoning.toString(), tokens, end, error, null);
  }

  /** Asks which models there are; null where the server keeps no list. */
  public @Nullable List<OfferedModel> models(String recording) {
    server.play(Recording.of(recording));
    return context.getBean(ChatProviders.class).of(protocol).models(endpoint(), TIMEOUT);
  }

  /** Whom it asks. */
  public ReplayServer server() {
    return server;
  }

  @Override
  public void close() {
    context.close();
    server.close();
  }
}
