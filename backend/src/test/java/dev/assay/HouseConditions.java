package dev.assay;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What {@link ArchitectureTest} demands of a class. */
final class HouseConditions {
  private HouseConditions() {}

  static ArchCondition<JavaClass> beOnTheMap(House house) {
    return be("on the map of packages", house::knows);
  }

  static ArchCondition<JavaClass> beNullMarked() {
    return be("in a @NullMarked package", it -> it.getPackage().isAnnotatedWith(NullMarked.class));
  }

  static ArchCondition<JavaClass> useOnlyFloorsBelow(House house) {
    return use(
        "only the floors below their own",
        it -> house.allows(it.getOriginClass(), it.getTargetClass()),
        house);
  }

  static ArchCondition<JavaClass> useOnlyTheTopOfOthers(House house) {
    return use(
        "only the top of other packages",
        it -> house.isOpen(it.getOriginClass(), it.getTargetClass()),
        house);
  }

  static ArchCondition<JavaClass> sleep() {
    return ArchConditions.callMethodWhere(
        DescribedPredicate.describe("Thread.sleep", HouseConditions::isSleep));
  }

  private static boolean isSleep(JavaMethodCall call) {
    return call.getName().equals("sleep") && call.getTargetOwner().isEquivalentTo(Thread.class);
  }

  private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> holds) {
    return new ArchCondition<>("be " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!holds.test(type)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is not " + what));
        }
      }
    };
  }

  /** Looks at what a class on the map uses of others on the map. */
  private static ArchCondition<JavaClass> use(
      String what, Predicate<Dependency> holds, House house) {
    return new ArchCondition<>("use " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(it -> house.knows(it.getOriginClass()) && house.knows(it.getTargetClass()))
            .filter(it -> !holds.test(it))
            .forEach(it -> events.add(SimpleConditionEvent.violated(it, it.getDescription())));
      }
    };
  }
}
