package dev.assay.identity;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into a server that others can reach and that has no sign-in yet: an address in its log
 * that makes one browser the administrator's. Each start has one; it works once, for an hour.
 */
@Singleton
final class AdministratorLink implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(AdministratorLink.class);
  private static final Duration LIFE = Duration.ofHours(1);

  private final SignInMode mode;
  private final String publicUrl;
  private final AtomicReference<byte @Nullable []> hash = new AtomicReference<>();
  private volatile long madeNanos;

  AdministratorLink(SignInMode mode, @Value("${assay.public-url:}") String publicUrl) {
    this.mode = mode;
    this.publicUrl = publicUrl;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    if (mode.hasLink()) {
      String token = Opaque.next();
      madeNanos = System.nanoTime();
      hash.set(Opaque.hash(token));
      String address =
          publicUrl.isEmpty() ? "http://localhost:" + event.getSource().getPort() : publicUrl;
      // What stands behind # stays in the browser: no server on the way writes it down.
      LOG.warn(
          "Nobody can sign in yet. Become the administrator, once and within an hour, by"
              + " {}/sign-in#link={}",
          address.replaceFirst("/$", ""),
          token);
    }
  }

  /** Uses the link up. False where this is not its token, where it was used, or is too old. */
  boolean use(String token) {
    byte[] expected = hash.get();
    return expected != null
        && System.nanoTime() - madeNanos < LIFE.toNanos()
        && MessageDigest.isEqual(expected, Opaque.hash(token))
        && hash.compareAndSet(expected, null);
  }
}
