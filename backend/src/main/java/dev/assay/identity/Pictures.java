package dev.assay.identity;

import dev.assay.database.Sql;
import dev.assay.graphql.UserId;
import dev.assay.network.AddressKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People's pictures: fetched once at sign-in, kept here, so that no page asks another host. */
@Singleton
final class Pictures {
  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final int MAX_BYTES = 512 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Sql sql;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TIMEOUT)
          .build();

  Pictures(Sql sql) {
    this.sql = sql;
  }

  /** A picture as it is kept. */
  record Picture(String mediaType, byte[] content) {}

  @Nullable Picture find(UserId user) {
    return sql.one(
        "select media_type, content from picture where user_id = ?",
        statement -> statement.setObject(1, user.value()),
        row -> new Picture(row.getString(1), row.getBytes(2)));
  }

  /** Fetches the picture that a profile names, while the person goes on. */
  void update(UserId user, Profile profile) {
    String url = profile.pictureUrl();
    if (url == null) {
      delete(user);
    } else {
      Thread.ofVirtual().name("picture").start(() -> fetch(user, url, profile.issuer()));
    }
  }

  private void fetch(UserId user, String url, String issuer) {
    try {
      URI address = URI.create(url);
      if (!isAllowed(address, URI.create(issuer))) {
        throw new IOException("it is not at a public https address");
      }
      HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] content = body.readNBytes(MAX_BYTES + 1);
        save(user, new Picture(mediaType(answer.statusCode(), content), content));
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.info("The picture of user {} was not fetched: {}", user.value(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The picture of user {} was not kept", user.value(), e);
    }
  }

  /**
   * People choose their pictures' addresses, and must not make us ask what only this machine can
   * reach. The issuer's own address was chosen by whoever runs this server.
   */
  private static boolean isAllowed(URI address, URI issuer) throws UnknownHostException {
    if (address.getHost() == null || address.getScheme() == null) {
      return false;
    }
    if (address.getScheme().equals(issuer.getScheme())
        && Objects.equals(address.getAuthority(), issuer.getAuthority())) {
      return true;
    }
    return address.getScheme().equals("https")
        && (address.getPort() == -1 || address.getPort() == 443)
        && Arrays.stream(InetAddress.getAllByName(address.getHost()))
            .allMatch(one -> AddressKind.of(one) == AddressKind.PUBLIC);
  }

  /** By the first bytes; what a server says of them is not believed. */
  private static String mediaType(int status, byte[] content) throws IOException {
    if (status != 200) {
      throw new IOException("the answer was " + status);
    }
    if (content.length > MAX_BYTES) {
      throw new IOException("it has more than " + MAX_BYTES + " bytes");
    }
    if (startsWith(content, 0, 0x89, 'P', 'N', 'G')) {
      return "image/png";
    }
    if (startsWith(content, 0, 0xff, 0xd8, 0xff)) {
      return "image/jpeg";
    }
    if (startsWith(content, 0, 'G', 'I', 'F', '8')) {
      return "image/gif";
    }
    if (startsWith(content, 0, 'R', 'I', 'F', 'F') && startsWith(content, 8, 'W', 'E', 'B', 'P')) {
      return "image/webp";
    }
    throw new IOException("it is neither PNG, JPEG, GIF nor WebP");
  }

  private static boolean startsWith(byte[] content, int from, int... expected) {
    if (content.length < from + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((content[from + i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private void save(UserId user, Picture picture) {
    sql.update(
        """
        insert into picture (user_id, media_type, content) values (?, ?, ?)
        on conflict (user_id)
        do update set media_type = excluded.media_type, content = excluded.content, updated_at = now()
        """,
        statement -> {
          statement.setObject(1, user.value());
          statement.setString(2, picture.mediaType());
          statement.setBytes(3, picture.content());
        });
  }

  private void delete(UserId user) {
    sql.update(
        "delete from picture where user_id = ?", statement -> statement.setObject(1, user.value()));
  }
}
