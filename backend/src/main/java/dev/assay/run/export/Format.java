package dev.assay.run.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** What runs are written as. */
enum Format {
  /** Everything, so that it can be imported again. */
  JSON("application/json"),
  /** A line for each result, for spreadsheets. */
  CSV("text/csv;charset=utf-8"),
  /** For people. */
  MD("text/markdown;charset=utf-8");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** By its file name's ending. */
  static Format of(String ending) {
    return valueOf(ending.toUpperCase(Locale.ROOT));
  }

  String mediaType() {
    return mediaType;
  }

  /** What its files' names end with. */
  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A writer, which has written what stands before all runs. */
  RunWriter writer(OutputStream out) throws IOException {
    return switch (this) {
      case JSON -> new JsonWriter(out);
      case CSV -> new CsvLines(out);
      case MD -> new MarkdownWriter(out);
    };
  }
}
