package dev.assay;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The map of packages: on which floor each stands, and what it may therefore use.
 *
 * @param root the package that contains the house
 */
record House(String root) {
  /** The root package itself: above all others, and used by none. */
  private static final String START_UP = "";

  /** A model server that stands beside the house: it uses nothing of it; only start-up uses it. */
  private static final String SIMULATOR = "simulator";

  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("error", 0),
          Map.entry("event", 0),
          Map.entry("secret", 0),
          Map.entry("network", 0),
          Map.entry("database", 1),
          Map.entry("graphql", 1),
          Map.entry("identity", 2),
          Map.entry("access", 2),
          Map.entry("provider", 2),
          Map.entry("model", 3),
          Map.entry("prompt", 3),
          Map.entry("generation", 4),
          Map.entry("run", 5),
          Map.entry("chat", 5),
          Map.entry("gateway", 5),
          Map.entry("evaluation", 5),
          Map.entry("admin", 6),
          Map.entry("monitoring", 6),
          Map.entry("alert", 6),
          Map.entry("training", 6),
          Map.entry("deployment", 6),
          Map.entry(START_UP, 7));

  /** Doors between packages of one floor. */
  private static final Map<String, Set<String>> DOORS =
      Map.of("evaluation", Set.of("run"), "secret", Set.of("error"));

  /** Whether the class stands in a package of the map, or below one. */
  boolean knows(JavaClass type) {
    if (!(type.getPackageName() + ".").startsWith(root + ".")) {
      return false;
    }
    String room = roomOf(type);
    return FLOORS.containsKey(room) || room.equals(SIMULATOR);
  }

  /** Whether the floors let one class use another. Both must be known. */
  boolean allows(JavaClass user, JavaClass used) {
    String from = roomOf(user);
    String to = roomOf(used);
    if (from.equals(to)) {
      return true;
    }
    if (from.equals(SIMULATOR) || to.equals(SIMULATOR)) {
      return from.equals(START_UP);
    }
    return floorOf(to) < floorOf(from) || DOORS.getOrDefault(from, Set.of()).contains(to);
  }

  /** Whether one class may see another, which may stand below the top of its package. */
  boolean isOpen(JavaClass user, JavaClass used) {
    return !pathOf(used).contains(".") || roomOf(user).equals(roomOf(used));
  }

  private static int floorOf(String room) {
    return Objects.requireNonNull(FLOORS.get(room));
  }

  /** The package of the map that the class stands in or below. */
  private String roomOf(JavaClass type) {
    return pathOf(type).split("\\.", 2)[0];
  }

  private String pathOf(JavaClass type) {
    String path = type.getPackageName().substring(root.length());
    return path.isEmpty() ? path : path.substring(1);
  }
}
