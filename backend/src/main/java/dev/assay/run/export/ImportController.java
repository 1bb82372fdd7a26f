package dev.assay.run.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Gate;
import dev.assay.graphql.TokenScope;
import dev.assay.run.RunId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Takes documents of runs. They come as JSON, which no form and no foreign page can send. A
 * document is kept in a file until all of it is there: no transaction waits for the network. One is
 * worked on at a time, since one run of it can be as large as the whole.
 */
@Controller("/import")
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ImportController {
  private final Gate gate;
  private final RunImport runs;
  private final Semaphore turn = new Semaphore(1, true);

  ImportController(Gate gate, RunImport runs) {
    this.gate = gate;
    this.runs = runs;
  }

  /** What was made: how many runs, and their ids in the document's order. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Imported(int count, List<String> ids) {}

  @Post(value = "/runs", consumes = MediaType.APPLICATION_JSON)
  Imported runs(HttpRequest<?> request, @Body InputStream body)
      throws IOException, InterruptedException {
    Caller caller = gate.enter(request, TokenScope.MANAGE);
    Path file = Files.createTempFile("assay-import-", ".json");
    try {
      save(body, file);
      List<RunId> ids = add(caller, file);
      return new Imported(ids.size(), ids.stream().map(RunId::toString).toList());
    } finally {
      Files.delete(file);
    }
  }

  private static void save(InputStream body, Path file) throws IOException {
    try {
      Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      if (e.getCause() instanceof ContentLengthExceededException tooLong) {
        // Which the framework answers with 413.
        throw tooLong;
      }
      throw e;
    }
  }

  private List<RunId> add(Caller caller, Path file) throws IOException, InterruptedException {
    turn.acquire();
    try (InputStream document = Files.newInputStream(file)) {
      return runs.add(caller, document);
    } finally {
      turn.release();
    }
  }
}
