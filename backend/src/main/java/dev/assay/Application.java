package dev.assay;

import dev.assay.graphql.Loopback;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process's entry. */
public final class Application {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  /** Starts the service with settings from the environment; see {@code .env.example}. */
  public static void main(String[] args) {
    String host = Objects.requireNonNullElse(System.getenv("HOST"), "127.0.0.1");
    if (!Loopback.is(host)) {
      System.err.println(
          "Assay has no sign-in yet, so it only listens on this machine itself. HOST is %s; leave it out or set it to 127.0.0.1."
              .formatted(host));
      System.exit(1);
    }
    ApplicationContext context =
        Micronaut.build(args)
            .mainClass(Application.class)
            .banner(false)
            .properties(Map.of("assay.data", data(System.getenv("ASSAY_DATA"))))
            .mapError(BeanInstantiationException.class, FailedStart::end)
            .mapError(ServerStartupException.class, FailedStart::end)
            .start();
    // Only now does the service also know how to end.
    LOG.info("Assay is ready. Open {}", context.getBean(EmbeddedServer.class).getURL());
  }

  /** The folder for what the server keeps: the embedded database, the generated encryption key. */
  static String data(@Nullable String given) {
    return given == null || given.isBlank() ? System.getProperty("user.home") + "/.assay" : given;
  }
}
