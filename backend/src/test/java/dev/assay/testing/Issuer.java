package dev.assay.testing;

import java.net.URI;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * A real OpenID provider on a port of this machine. It asks who signs in by a form, into which one
 * writes any name and any claims.
 */
public final class Issuer implements AutoCloseable {
  private final MockOAuth2Server server;

  private Issuer(MockOAuth2Server server) {
    this.server = server;
  }

  /** Starts one on a free port. */
  public static Issuer start() {
    return start(0);
  }

  /** Starts one. */
  public static Issuer start(int port) {
    String config = "{\"interactiveLogin\": true, \"httpServer\": \"NettyWrapper\"}";
    MockOAuth2Server server = new MockOAuth2Server(OAuth2Config.Companion.fromJson(config));
    server.start(port);
    return new Issuer(server);
  }

  /** What {@code OIDC_ISSUER} is to be. */
  public URI url() {
    return server.issuerUrl("assay").uri();
  }

  /** An ID token that is signed like those of this provider, for another client. */
  public String foreignToken() {
    return server.issueToken("assay", "elsewhere", "subject").serialize();
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /**
   * Serves until the process is ended, for the browser tests. The port is the only argument; says
   * where it is.
   */
  public static void main(String[] arguments) throws InterruptedException {
    Issuer issuer = start(Integer.parseInt(arguments[0]));
    System.out.println("issuer " + issuer.url());
    Thread.currentThread().join();
  }
}
