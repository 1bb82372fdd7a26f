package dev.assay.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.assay.secret.SigningKeys;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens: JWTs (RFC 7519) that name a session for an hour. Whether the session still lives
 * is asked with each request.
 */
@Singleton
final class AccessTokens {
  /** How long one lives. */
  static final Duration LIFE = Duration.ofHours(1);

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final String ISSUER = "assay";

  private final List<byte[]> keys;

  AccessTokens(SigningKeys keys) {
    this.keys = keys.all();
  }

  /** What a token says. */
  record Claims(SessionId session, Instant expiresAt) {}

  /** A token for a session, signed with the first key. Its end is cut to whole seconds. */
  String issue(SessionId session, Instant expiresAt) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();
    Payload payload =
        new Payload(
            Map.of(
                "iss",
                ISSUER,
                "aud",
                ISSUER,
                "sub",
                session.value().toString(),
                "exp",
                expiresAt.getEpochSecond()));
    JWSObject token = new JWSObject(header, payload);
    try {
      token.sign(new MACSigner(keys.getFirst()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /** What a token says; null for one that is not ours, was changed, or is past its time. */
  @Nullable Claims read(String text, Instant now) {
    try {
      JWSObject token = JWSObject.parse(text);
      Map<String, Object> said = token.getPayload().toJSONObject();
      if (said == null || !isOurs(token, said)) {
        return null;
      }
      Instant expiresAt = Instant.ofEpochSecond(JSONObjectUtils.getLong(said, "exp"));
      SessionId session = new SessionId(UUID.fromString(JSONObjectUtils.getString(said, "sub")));
      return now.isBefore(expiresAt) ? new Claims(session, expiresAt) : null;
    } catch (ParseException | JOSEException | RuntimeException e) {
      return null;
    }
  }

  private boolean isOurs(JWSObject token, Map<String, Object> said) throws JOSEException {
    return JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
        && TYPE.equals(token.getHeader().getType())
        && ISSUER.equals(said.get("iss"))
        && ISSUER.equals(said.get("aud"))
        && isSigned(token);
  }

  private boolean isSigned(JWSObject token) throws JOSEException {
    for (byte[] key : keys) {
      if (token.verify(new MACVerifier(key))) {
        return true;
      }
    }
    return false;
  }
}
