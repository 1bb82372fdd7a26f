package dev.assay;

import dev.assay.identity.SignInProviders;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process's entry. */
public final class Application {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private Application() {}

  /** Starts the service with settings from the environment; see {@code .env.example}. */
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    String problem = SafeStart.problem(environment);
    if (problem != null) {
      System.err.println(problem);
      System.exit(1);
    }
    ApplicationContext context =
        Micronaut.build(args)
            .mainClass(Application.class)
            .banner(false)
            .properties(properties(environment))
            .mapError(BeanInstantiationException.class, FailedStart::end)
            .mapError(ServerStartupException.class, FailedStart::end)
            .start();
    // Only now does the service also know how to end.
    LOG.info("Assay is ready. Open {}", context.getBean(EmbeddedServer.class).getURL());
  }

  /** The settings that need more than a placeholder. */
  private static Map<String, Object> properties(Map<String, String> environment) {
    Map<String, Object> properties = new HashMap<>(SignInProviders.properties(environment));
    properties.put("assay.data", data(environment.get("ASSAY_DATA")));
    return properties;
  }

  /** The folder for what the server keeps: the embedded database, the generated encryption key. */
  static String data(@Nullable String given) {
    return given == null || given.isBlank() ? System.getProperty("user.home") + "/.assay" : given;
  }
}
