package dev.assay.model;

import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.provider.Endpoint;
import dev.assay.provider.OfferedModel;
import dev.assay.provider.Protocol;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the model servers that run on this machine, on the ports that they usually listen on. */
@Singleton
final class LocalServers {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private final ServerService service;
  private final Discovery discovery;

  LocalServers(ServerService service, Discovery discovery) {
    this.service = service;
    this.discovery = discovery;
  }

  /** Asks at all the ports at the same time. Those where nothing answers are left out. */
  List<LocalServer> find(Caller caller) {
    return find(
        caller,
        Arrays.stream(ServerKind.values())
            .collect(Collectors.toMap(Function.identity(), ServerKind::port)));
  }

  /** Asks at these ports. */
  List<LocalServer> find(Caller caller, Map<ServerKind, Integer> ports) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return ports.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(port -> threads.submit(() -> find(caller, port.getKey(), port.getValue())))
          .toList()
          .stream()
          .map(LocalServers::found)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  private static @Nullable LocalServer found(Future<@Nullable LocalServer> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable LocalServer find(Caller caller, ServerKind usual, int port) {
    try {
      String address = service.endpointUrl("http://localhost:" + port, Protocol.OPENAI);
      List<OfferedModel> offered =
          discovery.ask(new Endpoint(URI.create(address), Protocol.OPENAI, null), TIMEOUT);
      return new LocalServer(
          usual.orWhoOffers(offered), address, discovery.offers(caller, address, offered));
    } catch (AppException | IllegalArgumentException e) {
      // Nothing is there, or it is none of ours to ask.
      return null;
    }
  }
}
