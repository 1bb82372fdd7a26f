package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.assay.testing.Browser;
import dev.assay.testing.Browser.Page;
import dev.assay.testing.LogRecorder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged about sign-ins, and what never is. */
class LogTest {
  private final LogRecorder log = LogRecorder.of("ROOT", Level.INFO);
  private SignedInServer server;

  @BeforeEach
  void start() {
    server = SignedInServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
    log.close();
  }

  @Test
  void nothingThatProvesWhoSomebodyIsIsLogged() {
    List<String> secrets = new ArrayList<>();
    Browser browser = server.browser("logged");
    secrets.addAll(browser.cookies.values());
    String stolen = browser.cookie("assay-refresh");
    browser.post("/auth/refresh", Map.of());
    secrets.addAll(browser.cookies.values());
    secrets.add(server.token(browser, "READ"));
    server.age("update refresh_token set replaced_at = replaced_at - interval '31 seconds'");
    browser.cookies.put("assay-refresh", stolen);
    browser.post("/auth/refresh", Map.of());
    secrets.add(failWithCode());
    secrets.add("assay_wrong-token");
    server
        .server()
        .client()
        .with("Authorization", "Bearer assay_wrong-token")
        .execute("{ viewer { id } }", Map.of());

    assertThat(log.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).doesNotContain(secrets));
  }

  @Test
  void aCopiedSessionAndAFailedSignInAre() {
    Browser browser = server.browser("noticed");
    String stolen = browser.cookie("assay-refresh");
    browser.post("/auth/refresh", Map.of());
    server.age("update refresh_token set replaced_at = replaced_at - interval '31 seconds'");
    browser.cookies.put("assay-refresh", stolen);
    browser.post("/auth/refresh", Map.of());
    failWithCode();

    assertThat(log.lines())
        .anyMatch(line -> line.contains("an old refresh token was used again, from 127.0.0.1"))
        .anyMatch(line -> line.startsWith("A sign-in failed: FAILED"));
  }

  /** A sign-in that fails at the provider; tells the code that it came with. */
  private String failWithCode() {
    String code = "stolen-code-4711";
    Browser browser = server.stranger();
    Page back = browser.approve("oidc", "thief", Map.of());
    String address = back.location().toString().replaceFirst("code=[^&]+", "code=" + code);
    Page page = browser.get(URI.create(address));
    assertThat(page.location().toString()).endsWith("/sign-in?error=failed");
    return code;
  }
}
