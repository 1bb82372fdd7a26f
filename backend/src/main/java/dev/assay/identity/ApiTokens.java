package dev.assay.identity;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.UserId;
import dev.assay.identity.ApiTokenRepository.Draft;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes, lists and revokes API tokens. */
@Singleton
class ApiTokens {
  /** What every token begins with, so that programs that look for leaked secrets find it. */
  static final String MARK = "assay_";

  private static final int PREFIX = MARK.length() + 6;
  private static final int MAX_TOKENS = 100;

  private final ApiTokenRepository tokens;

  ApiTokens(ApiTokenRepository tokens) {
    this.tokens = tokens;
  }

  /** A new token, and its text, which nobody can tell later. */
  record Created(ApiToken apiToken, String token) {}

  @Transactional
  Created create(UserId user, Draft draft) {
    if (tokens.list(user).size() >= MAX_TOKENS) {
      throw new AppException(
          ErrorCode.CONFLICT,
          "You have %d API tokens; revoke one that you do not need.".formatted(MAX_TOKENS));
    }
    String text = MARK + Opaque.next();
    ApiTokenId id = tokens.insert(user, draft, text.substring(0, PREFIX), Opaque.hash(text));
    return new Created(find(user, id), text);
  }

  /** A person's tokens that are not revoked, newest first. */
  List<ApiToken> list(UserId user) {
    return tokens.list(user);
  }

  /** Makes a token worthless. Throws {@code NOT_FOUND}. */
  @Transactional
  ApiToken revoke(UserId user, ApiTokenId id) {
    ApiToken token = find(user, id);
    tokens.revoke(id);
    return token;
  }

  private ApiToken find(UserId user, ApiTokenId id) {
    ApiToken token = tokens.find(user, id);
    if (token == null) {
      throw AppException.notFound("API token");
    }
    return token;
  }
}
