package dev.assay.access;

import dev.assay.graphql.Caller;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What one caller may do with things of one kind: the one predicate for every query, mutation and
 * subscription. Models are seen by all members and changed by their owner and by administrators;
 * prompts and batches are their owner's alone; runs are read by all once their owner has shared
 * them.
 */
public final class Access {
  /** How far it goes beyond what the caller owns. */
  private enum Reach {
    OWN,
    SHARED,
    EVERYTHING
  }

  private final Owner caller;
  private final Reach reach;

  private Access(Owner caller, Reach reach) {
    this.caller = caller;
    this.reach = reach;
  }

  /** What the caller may read. */
  public static Access toRead(Kind kind, Caller caller) {
    return toRead(kind, Owner.of(caller));
  }

  /** What an owner may read: for what the service does on its own account. */
  public static Access toRead(Kind kind, Owner owner) {
    return new Access(
        owner,
        switch (kind) {
          case MODEL -> Reach.EVERYTHING;
          case PROMPT, BATCH -> Reach.OWN;
          case RUN -> Reach.SHARED;
        });
  }

  /** What the caller owns, and nothing else. */
  public static Access toOwn(Caller caller) {
    return new Access(Owner.of(caller), Reach.OWN);
  }

  /** What the caller may change. */
  public static Access toChange(Kind kind, Caller caller) {
    boolean isAll = kind == Kind.MODEL && caller.isAdministrator();
    return new Access(Owner.of(caller), isAll ? Reach.EVERYTHING : Reach.OWN);
  }

  /** Whether it holds for a thing of this owner that is not shared. */
  public boolean holdsFor(Owner owner) {
    return reach == Reach.EVERYTHING || owner.equals(caller);
  }

  /**
   * The same as a condition of SQL on a table with the columns {@code owner_type} and {@code
   * owner_id}, and of what can be shared {@code shared_at} and {@code removed_at}; its parameters
   * are bound by {@link #bind}.
   */
  public String on(String table) {
    return switch (reach) {
      case EVERYTHING -> "true";
      case OWN -> own(table);
      case SHARED ->
          """
          (%1$s.owner_type = ? and %1$s.owner_id = ? or %1$s.shared_at is not null and %1$s.removed_at is null)\
          """
              .formatted(table);
    };
  }

  /** The condition that a row is of one owner, whose type and id are its parameters. */
  public static String own(String table) {
    return "(%1$s.owner_type = ? and %1$s.owner_id = ?)".formatted(table);
  }

  /** Binds the parameters of {@link #on} from this number on; tells the number of the next. */
  public int bind(PreparedStatement statement, int from) throws SQLException {
    if (reach == Reach.EVERYTHING) {
      return from;
    }
    statement.setString(from, caller.type().name());
    statement.setObject(from + 1, caller.id());
    return from + 2;
  }
}
