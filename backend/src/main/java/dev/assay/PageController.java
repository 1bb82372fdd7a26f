package dev.assay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The page: the files that the frontend's jar brings. An address without a file's ending, such as
 * {@code /runs/…}, is a place within the page and gets its {@code index.html}; {@code /graphiql} is
 * a page of its own.
 */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
class PageController {
  private static final String FOLDER = "public/";
  private static final Pattern FILE = Pattern.compile("(?:[\\w-]+/)*[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern PLACE = Pattern.compile("[^.]*");
  private static final String PLAYGROUND = "graphiql";

  /** The names of these files hold a hash of their content. */
  private static final String HASHED = "assets/";

  /** What gets smaller by being packed. */
  private static final Set<String> PACKED = Set.of("js", "css", "html", "svg", "json", "txt");

  private static final Pattern TAKES_GZIP =
      Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|\\s|$))");

  /**
   * So many bytes of files are kept as they are sent: all that the page needs, but its playground.
   */
  private static final long KEPT_BYTES = 8 * 1024 * 1024;

  private final Cache<Sent, byte[]> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((Sent _, byte[] bytes) -> bytes.length)
          .build();

  /** A file in one of the two ways in which it is sent. */
  private record Sent(String file, boolean isPacked) {}

  @Get(value = "/{path:.*}", produces = MediaType.ALL)
  @Nullable HttpResponse<?> get(HttpRequest<?> request, String path) {
    if (path.equals(PLAYGROUND)) {
      return answer(request, "graphiql.html");
    }
    if (PLACE.matcher(path).matches()) {
      return answer(request, "index.html");
    }
    return FILE.matcher(path).matches() ? answer(request, path) : null;
  }

  /** Null, which is 404, where there is no such file. */
  private @Nullable HttpResponse<?> answer(HttpRequest<?> request, String file) {
    String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
    boolean isPacked =
        PACKED.contains(file.substring(file.lastIndexOf('.') + 1))
            && accepted != null
            && TAKES_GZIP.matcher(accepted).find();
    byte[] bytes = bytes(new Sent(file, isPacked));
    if (bytes == null) {
      return null;
    }
    String caching = file.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
    MutableHttpResponse<byte[]> answer =
        HttpResponse.ok(bytes)
            .contentType(MediaType.forFilename(file))
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header(HttpHeaders.CACHE_CONTROL, caching);
    return isPacked ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
  }

  /** Null where there is no such file; of what is not there nothing is kept. */
  private byte @Nullable [] bytes(Sent wanted) {
    byte[] bytes = kept.getIfPresent(wanted);
    if (bytes == null) {
      bytes = read(wanted);
      if (bytes != null) {
        kept.put(wanted, bytes);
      }
    }
    return bytes;
  }

  private static byte @Nullable [] read(Sent wanted) {
    ClassLoader loader = PageController.class.getClassLoader();
    try (InputStream content = loader.getResourceAsStream(FOLDER + wanted.file())) {
      if (content == null) {
        return null;
      }
      byte[] bytes = content.readAllBytes();
      return wanted.isPacked() ? packed(bytes) : bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
