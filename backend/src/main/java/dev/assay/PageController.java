package dev.assay;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page: the files that the frontend's jar brings. An address without a file's ending, such as
 * {@code /runs/…}, is a place within the page and gets its {@code index.html}; {@code /graphiql} is
 * a page of its own.
 */
@Controller
@ExecuteOn(TaskExecutors.VIRTUAL)
class PageController {
  private static final String FOLDER = "classpath:public/";
  private static final Pattern FILE = Pattern.compile("(?:[\\w-]+/)*[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern PLACE = Pattern.compile("[^.]*");
  private static final String PLAYGROUND = "graphiql";

  /** The names of these files hold a hash of their content. */
  private static final String HASHED = "assets/";

  private final ResourceResolver resources;

  PageController(ResourceResolver resources) {
    this.resources = resources;
  }

  @Get(value = "/{path:.*}", produces = MediaType.ALL)
  @Nullable HttpResponse<?> get(String path) {
    if (path.equals(PLAYGROUND)) {
      return answer("graphiql.html");
    }
    if (PLACE.matcher(path).matches()) {
      return answer("index.html");
    }
    return FILE.matcher(path).matches() ? answer(path) : null;
  }

  /** Null, which is 404, where there is no such file. */
  private @Nullable HttpResponse<?> answer(String file) {
    Optional<InputStream> content = resources.getResourceAsStream(FOLDER + file);
    if (content.isEmpty()) {
      return null;
    }
    String caching = file.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
    return HttpResponse.ok(read(content.get()))
        .contentType(MediaType.forFilename(file))
        .header(HttpHeaders.CACHE_CONTROL, caching);
  }

  private static byte[] read(InputStream content) {
    try (content) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
