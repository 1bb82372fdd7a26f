package dev.assay.graphql;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.math.BigDecimal;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The fetchers of {@code transport.graphqls}. */
@NullUnmarked
public final class TestResolvers implements Resolvers {
  /** The id that {@link Values} shows. */
  public static final UUID ID = UUID.fromString("01900000-0000-7000-8000-0000000000aa");

  /** What mutations wrote. */
  public final List<String> written = new CopyOnWriteArrayList<>();

  /** The threads that fetchers ran on. */
  public final List<Thread> threads = new CopyOnWriteArrayList<>();

  /** What {@code blocked} waits for. */
  public final CountDownLatch gate = new CountDownLatch(1);

  private final Map<String, TestReader> readers = new ConcurrentHashMap<>();

  record Values(UUID id, UserId typedId, Instant moment, Integer unused) {
    boolean isNothing() {
      return false;
    }

    public long getLong() {
      return 9_007_199_254_740_993L;
    }

    public BigDecimal decimal() {
      return new BigDecimal("0.000140");
    }

    public boolean isTrue() {
      return true;
    }
  }

  record Book(int number) {}

  record Author(String name) {}

  record Square(int side) {
    public int area() {
      return side * side;
    }
  }

  record Circle(int radius) {
    public int area() {
      return 3 * radius * radius;
    }
  }

  /** One event. */
  public record Tick(int number, String text) {
    /** Fails when the number is 2. */
    public String trouble() {
      if (number == 2) {
        throw new AppException(ErrorCode.CONFLICT, "Two is trouble.");
      }
      return "none";
    }
  }

  /** The newest reader of that name; waits until it is there. */
  public TestReader reader(String name) {
    Wait.until(() -> readers.containsKey(name));
    return readers.get(name);
  }

  /** How many readers are open. */
  public long open() {
    return readers.values().stream().filter(reader -> !reader.isClosed()).count();
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", this::queries);
    wiring.type("Mutation", type -> type.dataFetcher("write", this::write));
    wiring.type("Subscription", this::subscriptions);
    wiring.type(
        "Book",
        type ->
            type.dataFetcher("author", TestResolvers::author)
                .dataFetcher("city", TestResolvers::city));
    wiring.type("Tick", type -> type.dataFetcher("author", TestResolvers::author));
  }

  private TypeRuntimeWiring.Builder queries(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("hello", this::hello)
        .dataFetcher("values", env -> new Values(ID, new UserId(ID), Instant.EPOCH, 1))
        .dataFetcher("echo", env -> env.getArgument("input"))
        .dataFetcher("books", env -> IntStream.rangeClosed(1, 20).mapToObj(Book::new).toList())
        .dataFetcher("book", TestResolvers::book)
        .dataFetcher("shapes", env -> List.of(new Square(2), new Circle(1)))
        .dataFetcher("anything", env -> List.of(new Square(2), new Book(7)))
        .dataFetcher("fail", TestResolvers::fail)
        .dataFetcher("blocked", env -> await(gate))
        .dataFetcher("required", env -> null)
        .dataFetcher("caller", env -> Caller.of(env).name());
  }

  private TypeRuntimeWiring.Builder subscriptions(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("ticks", env -> Subscriptions.of(env, open(env, ticks(env))))
        .dataFetcher("idle", env -> Subscriptions.of(env, open(env, TestReader.idle())))
        .dataFetcher("broken", env -> Subscriptions.of(env, () -> TestReader.broken(how(env))))
        .dataFetcher("refused", env -> Subscriptions.of(env, TestResolvers::refuse))
        .dataFetcher("refusedAtOnce", env -> refuse());
  }

  private TestReader open(DataFetchingEnvironment env, TestReader reader) {
    readers.put(env.getArgument("name"), reader);
    return reader;
  }

  private static TestReader ticks(DataFetchingEnvironment env) {
    Integer to = env.getArgument("to");
    int size = env.getArgumentOrDefault("size", 0);
    return TestReader.counting(to == null ? Integer.MAX_VALUE : to, "x".repeat(size));
  }

  private static TestReader refuse() {
    throw AppException.notFound("tick");
  }

  private static Exception how(DataFetchingEnvironment env) {
    return "app".equals(env.getArgument("how"))
        ? new AppException(ErrorCode.UPSTREAM_TIMEOUT, "It took too long.")
        : new IllegalStateException("secret detail");
  }

  private String hello(DataFetchingEnvironment env) {
    threads.add(Thread.currentThread());
    return "Hello, " + env.getArgument("name") + "!";
  }

  private static String await(CountDownLatch gate) throws InterruptedException {
    gate.await();
    return "open";
  }

  private String write(DataFetchingEnvironment env) {
    String text = env.getArgument("text");
    written.add(text);
    return text;
  }

  private static Book book(DataFetchingEnvironment env) {
    int number = env.getArgument("number");
    if (number == 0) {
      throw AppException.notFound("book");
    }
    return new Book(number);
  }

  private static Object author(DataFetchingEnvironment env) {
    int number =
        switch ((Object) env.getSource()) {
          case Book book -> book.number();
          case Tick tick -> tick.number();
          default -> throw new IllegalStateException();
        };
    return Loaders.load(env, "authors", number % 3);
  }

  private static Object city(DataFetchingEnvironment env) {
    Book book = env.getSource();
    return Loaders.<Integer, Author>load(env, "authors", book.number() % 3)
        .thenCompose(author -> Loaders.load(env, "cities", author.name()));
  }

  private static @Nullable String fail(DataFetchingEnvironment env) {
    return switch ((String) env.getArgument("how")) {
      case "app" -> throw AppException.badInput("how", "Not like this.");
      case "unknown" -> throw new IllegalStateException("secret detail");
      case "busy" ->
          throw new IllegalStateException(new SQLTransientConnectionException("secret detail"));
      case "error" -> throw new NoClassDefFoundError("secret detail");
      default -> null;
    };
  }
}
