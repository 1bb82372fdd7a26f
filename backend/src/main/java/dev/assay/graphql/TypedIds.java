package dev.assay.graphql;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.UUID;

/** Records that give one UUID a type. */
final class TypedIds {
  private static final ClassValue<MethodHandle> VALUE =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          return accessor(type);
        }
      };

  private TypedIds() {}

  static UUID valueOf(Record id) {
    try {
      return (UUID) VALUE.get(id.getClass()).invokeExact((Object) id);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle accessor(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != 1 || components[0].getType() != UUID.class) {
      throw new IllegalArgumentException(type.getName() + " is no record of one UUID.");
    }
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .unreflect(components[0].getAccessor())
          .asType(MethodType.methodType(UUID.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
