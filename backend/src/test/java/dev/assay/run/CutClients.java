package dev.assay.run;

import dev.assay.testing.TestServer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many clients that are cut, each at places of its own, while all their runs stream at once. */
final class CutClients {
  /** They come one after the other, as people do; then all stream at once. */
  private static final long APART_MS = 5;

  private CutClients() {}

  /**
   * Lets each of them follow a run of its own.
   *
   * @param gapMs between the tokens of one run
   */
  static List<CutClient.Outcome> follow(
      TestServer server, int clients, int tokens, int gapMs, int cuts)
      throws InterruptedException, ExecutionException {
    String model = server.model("sim?text=numbers&tokens=%d&gap=%dms".formatted(tokens, gapMs));
    String wanted = IntStream.range(0, tokens).mapToObj(i -> i + " ").collect(Collectors.joining());
    Random random = new Random(1);
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      List<CompletableFuture<CutClient.Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int cutEvery = 1 + random.nextInt(tokens / (cuts + 1));
        URI socket = server.client().socket();
        outcomes.add(
            new CutClient(loops, socket, start(server, model), wanted, cutEvery, cuts).follow());
        TimeUnit.MILLISECONDS.sleep(APART_MS);
      }
      List<CutClient.Outcome> all = new ArrayList<>();
      for (CompletableFuture<CutClient.Outcome> outcome : outcomes) {
        all.add(outcome.get());
      }
      return all;
    } finally {
      loops.shutdownGracefully();
    }
  }

  private static String start(TestServer server, String model) {
    return server
        .client()
        .startRun(
            Map.of(
                "userMessage",
                "Count",
                "modelIds",
                List.of(model),
                "parameters",
                Map.of("maxTokens", 100_000)));
  }
}
