package dev.assay.identity;

import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.graphql.Caller;
import dev.assay.graphql.UserId;
import dev.assay.identity.UserRepository.UserFilter;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** People: their arrival, their being locked out, and their end. */
@Singleton
class Users {
  private final UserRepository users;
  private final SessionRepository sessions;
  private final List<AccountData> data;

  Users(UserRepository users, SessionRepository sessions, List<AccountData> data) {
    this.users = users;
    this.sessions = sessions;
    this.data = data;
  }

  /** Somebody for whom an issuer vouches; the first time makes the profile. */
  @Transactional
  User arrive(Profile profile) {
    return get(users.save(profile));
  }

  /** One person. Throws {@code NOT_FOUND}. */
  User get(UserId id) {
    User user = users.find(id);
    if (user == null) {
      throw AppException.notFound("user");
    }
    return user;
  }

  /** A page of the people who have signed in, newest first. */
  Connection<User> list(PageRequest page, UserFilter filter) {
    return Connection.of(
        users.page(page, filter),
        page,
        user -> user.id().value().toString(),
        () -> users.count(filter));
  }

  /**
   * Locks a person out. Throws {@code NOT_FOUND}, and {@code BAD_USER_INPUT} for oneself. No
   * transaction: what stops must stop behind the lock that everybody sees, or it could be begun
   * again in between.
   */
  User deactivate(Caller caller, UserId id) {
    if (id.equals(caller.id()) || id.equals(LocalUser.ID)) {
      throw AppException.badInput("id", "You cannot lock out yourself, or the local user.");
    }
    get(id);
    users.setDeactivated(id, true);
    sessions.endAll(id);
    data.forEach(each -> each.stop(id));
    return get(id);
  }

  /** Lets a person in again. Throws {@code NOT_FOUND}. */
  @Transactional
  User reactivate(UserId id) {
    get(id);
    users.setDeactivated(id, false);
    return get(id);
  }

  /**
   * Deletes the caller's account with all its data. Throws {@code BAD_USER_INPUT} where the
   * confirmation is not the e-mail address, or the name where there is none.
   */
  @Transactional
  void delete(Caller caller, String confirmation) {
    User user = get(caller.id());
    String expected = Objects.requireNonNullElse(user.email(), user.name());
    if (!plain(confirmation).equals(plain(expected))) {
      throw AppException.badInput(
          "confirmation", "This is not the account's e-mail address, or its name without one.");
    }
    data.forEach(each -> each.stop(user.id()));
    data.forEach(each -> each.delete(user.id()));
    users.delete(user.id());
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
