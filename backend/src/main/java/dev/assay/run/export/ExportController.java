package dev.assay.run.export;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Gate;
import dev.assay.graphql.Input;
import dev.assay.graphql.Presence;
import dev.assay.graphql.TokenScope;
import dev.assay.run.Run;
import dev.assay.run.RunArchive;
import dev.assay.run.RunId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Runs as files. They are read while they are sent, so they may be of any size. */
@Controller("/export")
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ExportController {
  private final Gate gate;
  private final Presence presence;
  private final RunArchive archive;
  private final ExecutorService threads;

  ExportController(
      Gate gate,
      Presence presence,
      RunArchive archive,
      @Named(TaskExecutors.VIRTUAL) ExecutorService threads) {
    this.gate = gate;
    this.presence = presence;
    this.archive = archive;
    this.threads = threads;
  }

  /** One run. */
  @Get("/runs/{id:[^/.]+}.{ending:json|csv|md}")
  HttpResponse<Publisher<byte[]>> run(HttpRequest<?> request, String id, String ending) {
    Caller caller = gate.enter(request, TokenScope.READ);
    Run run = archive.get(caller, new RunId(uuid(id)));
    return file(caller, "assay-run-" + run.number(), List.of(run).iterator(), Format.of(ending));
  }

  /** The caller's runs that a filter lets through, the oldest first. */
  @Get("/runs.{ending:json|csv|md}")
  HttpResponse<Publisher<byte[]>> runs(HttpRequest<?> request, String ending) {
    Caller caller = gate.enter(request, TokenScope.READ);
    Iterator<Run> runs = archive.all(caller, FilterParameters.read(request.getParameters()));
    String name = "assay-runs-" + LocalDate.now(ZoneOffset.UTC);
    return file(caller, name, runs, Format.of(ending));
  }

  /** The runs of a batch, in the order of its messages. */
  @Get("/batches/{id:[^/.]+}.{ending:json|csv|md}")
  HttpResponse<Publisher<byte[]>> batch(HttpRequest<?> request, String id, String ending) {
    Caller caller = gate.enter(request, TokenScope.READ);
    UUID batch = uuid(id);
    Iterator<Run> runs = archive.ofBatch(caller, batch);
    return file(caller, "assay-batch-" + batch, runs, Format.of(ending));
  }

  private static UUID uuid(String id) {
    return Input.of(Map.of("id", id)).id("id");
  }

  private HttpResponse<Publisher<byte[]>> file(
      Caller caller, String name, Iterator<Run> runs, Format format) {
    ExportParts parts = new ExportParts(archive, runs, format);
    Flux<byte[]> bytes =
        Flux.using(
                () -> presence.enter(caller, parts::stop),
                _ -> Flux.fromIterable(() -> parts),
                Presence.Stay::close)
            .subscribeOn(Schedulers.fromExecutorService(threads));
    return HttpResponse.<Publisher<byte[]>>ok(bytes)
        .contentType(format.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(name, format.ending()));
  }
}
