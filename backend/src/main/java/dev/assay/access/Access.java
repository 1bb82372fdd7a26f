package dev.assay.access;

import dev.assay.graphql.Caller;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What one caller may do with things of one kind: the one predicate for every query, mutation and
 * subscription. Models are seen by all members and changed by their owner and by administrators;
 * prompts and runs are their owner's alone.
 */
public final class Access {
  private final Owner caller;
  private final boolean isEverything;

  private Access(Owner caller, boolean isEverything) {
    this.caller = caller;
    this.isEverything = isEverything;
  }

  /** What the caller may read. */
  public static Access toRead(Kind kind, Caller caller) {
    return toRead(kind, Owner.of(caller));
  }

  /** What an owner may read: for what the service does on its own account. */
  public static Access toRead(Kind kind, Owner owner) {
    return new Access(owner, kind == Kind.MODEL);
  }

  /** What the caller may change. */
  public static Access toChange(Kind kind, Caller caller) {
    return new Access(Owner.of(caller), kind == Kind.MODEL && caller.isAdministrator());
  }

  /** Whether it holds for a thing of this owner. */
  public boolean holdsFor(Owner owner) {
    return isEverything || owner.equals(caller);
  }

  /**
   * The same as a condition of SQL on a table with the columns {@code owner_type} and {@code
   * owner_id}; its parameters are bound by {@link #bind}.
   */
  public String on(String table) {
    return isEverything ? "true" : "(%1$s.owner_type = ? and %1$s.owner_id = ?)".formatted(table);
  }

  /** Binds the parameters of {@link #on} from this number on; tells the number of the next. */
  public int bind(PreparedStatement statement, int from) throws SQLException {
    if (isEverything) {
      return from;
    }
    statement.setString(from, caller.type().name());
    statement.setObject(from + 1, caller.id());
    return from + 2;
  }
}
