package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.sun.net.httpserver.HttpServer;
import dev.assay.graphql.UserId;
import dev.assay.graphql.Wait;
import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import dev.assay.testing.LogRecorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The picture that a profile names is fetched only from where that is safe, and kept if it is one.
 */
class PicturesTest {
  private static final int MOST = 512 * 1024;
  private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n");

  private static SignedInServer server;
  private static Browser browser;
  private static UserId user;
  private static HttpServer origin;

  /** What the origin answers, by path, and how often it was asked. */
  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

  private static final AtomicInteger ASKED = new AtomicInteger();

  private final LogRecorder log = LogRecorder.of("dev.assay.identity.Pictures", Level.INFO);

  @BeforeAll
  static void start() throws IOException {
    server = SignedInServer.start();
    browser = server.browser("pictured");
    user = new UserId(UUID.fromString(server.id(browser)));
    origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin.createContext(
        "/",
        exchange -> {
          ASKED.incrementAndGet();
          String path = exchange.getRequestURI().getPath();
          byte[] content = FILES.get(path);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          if (path.equals("/moved")) {
            exchange.getResponseHeaders().set("Location", url("/picture"));
          }
          int status = path.equals("/moved") ? 302 : content == null ? 404 : 200;
          exchange.sendResponseHeaders(status, content == null ? -1 : content.length);
          if (content != null) {
            exchange.getResponseBody().write(content);
          }
          exchange.close();
        });
    origin.start();
  }

  @AfterAll
  static void stop() {
    origin.stop(0);
    server.close();
  }

  @BeforeEach
  void forget() {
    pictures().update(user, profile(null, "https://login.example"));
    FILES.clear();
    FILES.put("/picture", PNG);
    ASKED.set(0);
  }

  @AfterEach
  void close() {
    log.close();
  }

  /** By its first bytes; the origin says that each is HTML. */
  @ParameterizedTest
  @CsvSource({
    "image/png, '\u0089PNG\r\n\u001a\n'",
    "image/jpeg, '\u00ff\u00d8\u00ff\u00e0'",
    "image/gif, GIF89a",
    "image/webp, RIFF....WEBPVP8"
  })
  void aPictureOfTheIssuersOwnIsKeptByWhatItIs(String type, String content) {
    FILES.put("/picture", bytes(content));

    fetch(url("/picture"));

    Wait.until(() -> pictures().find(user) != null);
    Page page = browser.get("/pictures/" + user.value());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.response().headers().firstValue("Content-Type")).hasValue(type);
    assertThat(page.response().headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.response().headers().firstValue("Cache-Control").orElseThrow())
        .contains("private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<!doctype html><script>alert(1)</script>",
        "RIFF....WAVEfmt ",
        "GIF",
        ""
      })
  void whatIsNoPictureIsNotKept(String content) {
    FILES.put("/picture", bytes(content));

    fetch(url("/picture"));

    assertRefused("it is neither PNG, JPEG, GIF nor WebP");
  }

  @Test
  void aPictureHasABound() {
    FILES.put("/most", Arrays.copyOf(PNG, MOST));
    FILES.put("/more", Arrays.copyOf(PNG, MOST + 1));

    fetch(url("/more"));
    assertRefused("it has more than " + MOST + " bytes");

    fetch(url("/most"));
    Wait.until(() -> pictures().find(user) != null);
  }

  @ParameterizedTest
  @CsvSource({"/moved, 302", "/gone, 404"})
  void anotherAnswerIsNotFollowed(String path, int status) {
    fetch(url(path));

    assertRefused("the answer was " + status);
    assertThat(ASKED).hasValue(1);
  }

  /** People choose these addresses; nobody is asked there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/p.png",
        "https://localhost/p.png",
        "https://[::1]/p.png",
        "https://[::ffff:127.0.0.1]/p.png",
        "https://2130706433/p.png",
        "https://10.0.0.1/p.png",
        "https://192.168.0.1/p.png",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00:ec2::254]/latest/meta-data",
        "https://[64:ff9b::a00:1]/p.png",
        "http://93.184.215.14/p.png",
        "https://93.184.215.14:8443/p.png",
        "ftp://93.184.215.14/p.png",
        "file:///etc/passwd",
        "data:image/png;base64,iVBORw0KGgo=",
        "//93.184.215.14/p.png",
        "p.png"
      })
  void whatOnlyThisMachineCanReachIsNotAsked(String address) {
    fetch(address);

    assertRefused("it is not at a public https address");
  }

  @Test
  void anotherPortOfTheIssuersMachineIsNotItsOrigin() {
    pictures().update(user, profile(url("/picture"), "http://127.0.0.1:1"));

    assertRefused("it is not at a public https address");
    assertThat(ASKED).hasValue(0);
  }

  @Test
  void theNameBeforeAnAtSignIsNotTheIssuersMachine() {
    pictures()
        .update(
            user, profile(url("/picture").replace("http://", "http://login.example@"), url("")));

    assertRefused("it is not at a public https address");
    assertThat(ASKED).hasValue(0);
  }

  @Test
  void aProfileWithoutOneHasNone() {
    fetch(url("/picture"));
    Wait.until(() -> pictures().find(user) != null);

    pictures().update(user, profile(null, url("")));

    assertThat(pictures().find(user)).isNull();
    assertThat(browser.get("/pictures/" + user.value()).status()).isEqualTo(404);
  }

  private void assertRefused(String reason) {
    Wait.until(() -> log.lines().stream().anyMatch(line -> line.endsWith(reason)));
    assertThat(pictures().find(user)).isNull();
  }

  private static void fetch(String address) {
    pictures().update(user, profile(address, url("")));
  }

  private static Profile profile(@Nullable String picture, String issuer) {
    return new Profile(issuer, "pictured", "pictured", null, picture);
  }

  private static Pictures pictures() {
    return server.server().bean(Pictures.class);
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + origin.getAddress().getPort() + path;
  }

  /** A byte for each character. */
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
