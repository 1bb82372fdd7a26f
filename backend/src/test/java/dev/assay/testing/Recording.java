package dev.assay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer of a model server, and how it arrives.
 *
 * @param headers lines of the head
 * @param pieceSize how many bytes are sent at once
 * @param pause between two pieces
 * @param isWhole whether the connection ends as HTTP says; else it breaks behind the body
 */
public record Recording(
    int status, List<String> headers, byte[] body, int pieceSize, Duration pause, boolean isWhole) {

  /**
   * Reads a file of {@code resources/provider}, such as {@code openai/plain}. Its first line names
   * the page that documents it; then come the status, the headers, an empty line and the body.
   */
  public static Recording of(String name) {
    String text = text("/provider/" + name + ".txt");
    assertThat(text).startsWith("# https://");
    String[] parts = text.split("\n\n", 2);
    List<String> head = parts[0].lines().skip(1).toList();
    byte[] body = parts[1].getBytes(StandardCharsets.UTF_8);
    return new Recording(
        Integer.parseInt(head.getFirst()),
        head.subList(1, head.size()),
        body,
        Math.max(body.length, 1),
        Duration.ZERO,
        true);
  }

  /** The same in pieces of so many bytes, each of which is sent by itself. */
  public Recording inPiecesOf(int bytes) {
    return new Recording(status, headers, body, bytes, pause, isWhole);
  }

  /** The same with a pause between two pieces. */
  public Recording pausing(Duration time) {
    return new Recording(status, headers, body, pieceSize, time, isWhole);
  }

  /** The same up to a text, after which the connection breaks. */
  public Recording brokenAt(String text) {
    return new Recording(status, headers, before(text), pieceSize, pause, false);
  }

  /** The same up to a text, as if that were all. */
  public Recording endingAt(String text) {
    return new Recording(status, headers, before(text), pieceSize, pause, true);
  }

  private byte[] before(String text) {
    String whole = new String(body, StandardCharsets.UTF_8);
    assertThat(whole).contains(text);
    int length = whole.substring(0, whole.indexOf(text)).getBytes(StandardCharsets.UTF_8).length;
    return Arrays.copyOf(body, length);
  }

  /** The head of the answer. */
  String head() {
    return "HTTP/1.1 %d Recorded\r\n%s\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n"
        .formatted(status, headers.stream().collect(Collectors.joining("\r\n")));
  }

  private static String text(String path) {
    try (InputStream in = Recording.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
