package dev.assay.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactory;
import graphql.schema.DataFetcherFactoryEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fetcher of every field that nobody wired: the method of the source that is named like the
 * field (a record's component), {@code getField} or {@code isField}, or a map's entry. A source
 * that has none of them is a defect and says so; graphql-java's own would answer null.
 */
final class Properties implements LightDataFetcher<Object>, DataFetcherFactory<Object> {
  private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);

  private final ClassValue<Map<String, MethodHandle>> accessors =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Whether instances of the class have such a property. */
  static boolean has(Class<?> type, String name) {
    return Map.class.isAssignableFrom(type) || find(type, name) != null;
  }

  @Override
  @SuppressWarnings("NullAway") // graphql-java does not say that a fetcher may answer null
  public Object get(
      GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
      throws Exception {
    return read(source, field.getName());
  }

  @Override
  @SuppressWarnings("NullAway")
  public Object get(DataFetchingEnvironment environment) throws Exception {
    return read(environment.getSource(), environment.getFieldDefinition().getName());
  }

  @Override
  public DataFetcher<Object> get(GraphQLFieldDefinition field) {
    return this;
  }

  @Override
  @SuppressWarnings("deprecation")
  public DataFetcher<Object> get(DataFetcherFactoryEnvironment environment) {
    return this;
  }

  private @Nullable Object read(@Nullable Object source, String name) throws Exception {
    if (source == null) {
      return null;
    }
    if (source instanceof Map<?, ?> map) {
      return map.get(name);
    }
    try {
      return accessor(source.getClass(), name).invokeExact(source);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private MethodHandle accessor(Class<?> type, String name) {
    return accessors.get(type).computeIfAbsent(name, key -> handle(type, key));
  }

  private static MethodHandle handle(Class<?> type, String name) {
    Method method = find(type, name);
    if (method == null) {
      throw new IllegalStateException(type.getName() + " has no property " + name);
    }
    try {
      return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
          .unreflect(method)
          .asType(ACCESSOR);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Method find(Class<?> type, String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String candidate : new String[] {name, "get" + capital, "is" + capital}) {
      try {
        Method method = type.getMethod(candidate);
        if (!Modifier.isStatic(method.getModifiers()) && method.getReturnType() != void.class) {
          return method;
        }
      } catch (NoSuchMethodException e) {
        // The next candidate.
      }
    }
    return null;
  }
}
