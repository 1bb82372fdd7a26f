package dev.assay.run.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.assay.generation.Timings;
import dev.assay.provider.JsonObject;
import dev.assay.provider.ParametersDocument;
import dev.assay.run.Lane;
import dev.assay.run.Result;
import dev.assay.run.ResultError;
import dev.assay.run.Run;
import dev.assay.run.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each result. It begins with a byte order mark, without which spreadsheets take
 * UTF-8 for something else.
 */
final class CsvLines implements RunWriter {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private static final List<Column> COLUMNS =
      List.of(
          text("run", (run, _) -> run.id()),
          number("number", (run, _) -> run.number()),
          text("created_at", (run, _) -> run.createdAt()),
          text("message", (run, _) -> run.userMessage()),
          number("lane", (_, result) -> result.lane().position()),
          text("model", (_, result) -> result.lane().modelSnapshot().name()),
          text("model_name", (_, result) -> result.lane().modelSnapshot().modelName()),
          text("endpoint_url", (_, result) -> result.lane().modelSnapshot().endpointUrl()),
          text("system_prompt", (_, result) -> result.lane().systemPrompt()),
          text("parameters", (_, result) -> parameters(result.lane())),
          number("iteration", (_, result) -> result.iteration()),
          text("status", (_, result) -> result.status()),
          text("finish_reason", (_, result) -> result.finishReason()),
          text("error_code", (_, result) -> error(result, ResultError::code)),
          text("error_message", (_, result) -> error(result, ResultError::message)),
          number("queued_ms", (_, result) -> timing(result, Timings::queuedMs)),
          number(
              "time_to_first_token_ms", (_, result) -> timing(result, Timings::timeToFirstTokenMs)),
          number("latency_ms", (_, result) -> timing(result, Timings::latencyMs)),
          number("inter_token_p50_ms", (_, result) -> timing(result, Timings::interTokenP50Ms)),
          number("inter_token_p99_ms", (_, result) -> timing(result, Timings::interTokenP99Ms)),
          number("tokens_per_second", (_, result) -> timing(result, Timings::tokensPerSecond)),
          number("prompt_tokens", (_, result) -> usage(result, Usage::promptTokens)),
          number("completion_tokens", (_, result) -> usage(result, Usage::completionTokens)),
          number("reasoning_tokens", (_, result) -> usage(result, Usage::reasoningTokens)),
          number("cost", (_, result) -> usage(result, Usage::cost)),
          number("attempts", (_, result) -> result.attempts()),
          text("passed", (_, result) -> result.hasPassed()),
          text("text", (_, result) -> result.text()),
          text("reasoning", (_, result) -> result.reasoning()));

  private final CsvWriter csv;

  /** What a line holds in one place. */
  private record Column(String name, BiFunction<Run, Result, String> cell) {}

  CsvLines(OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    csv = CsvWriter.builder().build(text);
    csv.writeRecord(COLUMNS.stream().map(Column::name).toList());
    csv.flush();
  }

  @Override
  public void begin(Run run) {}

  @Override
  public void result(Run run, Result result) throws IOException {
    csv.writeRecord(COLUMNS.stream().map(column -> column.cell().apply(run, result)).toList());
    csv.flush();
  }

  @Override
  public void end() {}

  @Override
  public void finish() throws IOException {
    csv.close();
  }

  /**
   * A text as no spreadsheet takes it for a formula: an apostrophe before what could be one's
   * beginning, as OWASP advises against CSV injection.
   */
  static String plain(String text) {
    boolean isRisky = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    return isRisky ? "'" + text : text;
  }

  private static Column text(String name, BiFunction<Run, Result, @Nullable Object> value) {
    return new Column(name, (run, result) -> plain(written(value.apply(run, result))));
  }

  /** What is a number, or nothing, can be no formula. */
  private static Column number(String name, BiFunction<Run, Result, @Nullable Number> value) {
    return new Column(name, (run, result) -> written(value.apply(run, result)));
  }

  private static String written(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(value, "");
  }

  static @Nullable String parameters(Lane lane) {
    Map<String, Object> set = ParametersDocument.of(lane.parameters());
    return set == null ? null : JsonObject.of(set).text();
  }

  private static @Nullable Object error(Result result, Function<ResultError, Object> part) {
    ResultError error = result.error();
    return error == null ? null : part.apply(error);
  }

  private static @Nullable Number timing(Result result, Function<Timings, @Nullable Number> part) {
    Timings timings = result.timings();
    return timings == null ? null : part.apply(timings);
  }

  private static @Nullable Number usage(Result result, Function<Usage, @Nullable Number> part) {
    Usage usage = result.usage();
    return usage == null ? null : part.apply(usage);
  }
}
