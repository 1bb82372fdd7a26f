package dev.assay.run.export;

import dev.assay.generation.Status;
import dev.assay.run.Lane;
import dev.assay.run.Result;
import dev.assay.run.ResultError;
import dev.assay.run.Run;
import dev.assay.run.SystemPrompt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs for people: what was sent stands in code blocks, letter by letter; answers, which are
 * mostly Markdown themselves, stand in quotes, so that their headings stay theirs.
 */
final class MarkdownWriter implements RunWriter {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final OutputStream out;
  private boolean isFirst = true;
  private @Nullable Lane lane;

  MarkdownWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void begin(Run run) throws IOException {
    StringBuilder text = new StringBuilder(isFirst ? "" : "\n---\n\n");
    text.append("# Run %d\n\n".formatted(run.number()));
    text.append("%s, %s\n".formatted(word(run.status()), time(run.createdAt())));
    text.append("\n## Message\n\n").append(Markdown.code(run.userMessage()));
    if (!run.prompt().text().isEmpty()) {
      text.append("\n## System prompt\n\n").append(Markdown.code(run.prompt().text()));
    }
    text.append("\n## Timings\n\n").append(TimingsTable.of(run));
    write(text);
    isFirst = false;
    lane = null;
  }

  @Override
  public void result(Run run, Result result) throws IOException {
    StringBuilder text = new StringBuilder();
    if (lane != result.lane()) {
      lane = result.lane();
      text.append(head(lane));
    }
    if (run.iterations() > 1) {
      text.append("\n### Answer %d\n".formatted(result.iteration()));
    }
    ResultError error = result.error();
    if (error != null) {
      text.append("\n**Failed.** %s\n".formatted(Markdown.line(error.message())));
    } else if (result.status() != Status.COMPLETED) {
      text.append("\n**%s.**\n".formatted(word(result.status())));
    }
    if (result.reasoning() != null && !result.reasoning().isEmpty()) {
      text.append("\nReasoning:\n\n").append(Markdown.quote(result.reasoning()));
      text.append("\nAnswer:\n");
    }
    if (result.text() != null && !result.text().isEmpty()) {
      text.append('\n').append(Markdown.quote(result.text()));
    }
    write(text);
  }

  private static String head(Lane lane) {
    StringBuilder text = new StringBuilder("\n## %s\n".formatted(title(lane)));
    String parameters = CsvLines.parameters(lane);
    if (parameters != null) {
      text.append("\nParameters:\n\n").append(Markdown.code(parameters));
    }
    SystemPrompt own = lane.own().prompt();
    if (own != null) {
      text.append("\nSystem prompt of its own:\n\n");
      text.append(own.text().isEmpty() ? "None.\n" : Markdown.code(own.text()));
    }
    return text.toString();
  }

  /** A lane's number, from 1, and its model. */
  static String title(Lane lane) {
    return "%d. %s".formatted(lane.position() + 1, Markdown.line(lane.modelSnapshot().name()));
  }

  private static String word(Status status) {
    return switch (status) {
      case PENDING -> "Waiting";
      case RUNNING -> "Running";
      case COMPLETED -> "Completed";
      case FAILED -> "Failed";
      case CANCELLED -> "Stopped";
    };
  }

  private static String time(Instant instant) {
    return MINUTE.format(instant);
  }

  @Override
  public void end() {}

  @Override
  public void finish() {}

  private void write(CharSequence text) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
