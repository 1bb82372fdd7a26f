package dev.assay;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.assay.HouseConditions.beNullMarked;
import static dev.assay.HouseConditions.beOnTheMap;
import static dev.assay.HouseConditions.sleep;
import static dev.assay.HouseConditions.useOnlyFloorsBelow;
import static dev.assay.HouseConditions.useOnlyTheTopOfOthers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import java.text.DateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the house of packages. Each is held against the product, and against a house of the
 * same map under {@code dev.assay.brokenhouse} that breaks it: so no rule is empty.
 */
class ArchitectureTest {
  private static final House HOUSE = new House("dev.assay");
  private static final House BROKEN_HOUSE = new House("dev.assay.brokenhouse");

  @TestFactory
  Stream<DynamicTest> theHouseKeepsTheRule() {
    JavaClasses product =
        importer().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages(HOUSE.root());
    return rules(HOUSE).map(it -> dynamicTest(it.name(), () -> it.rule().check(product)));
  }

  @TestFactory
  Stream<DynamicTest> theBrokenHouseBreaksTheRule() {
    JavaClasses broken = importer().importPackages(BROKEN_HOUSE.root());
    return rules(BROKEN_HOUSE).map(it -> dynamicTest(it.name(), () -> it.assertBrokenIn(broken)));
  }

  /** Leaves out bean definitions and the like, which a processor derives from what is checked. */
  private static ClassFileImporter importer() {
    return new ClassFileImporter().withImportOption(location -> !location.contains("/$"));
  }

  private static Stream<Rule> rules(House house) {
    return Stream.of(
        new Rule(
            classes()
                .should(beOnTheMap(house))
                .because("a package that is not on the map has no floor, so nothing holds it"),
            "attic.OffTheMap"),
        new Rule(
            classes()
                .should(useOnlyFloorsBelow(house))
                .because("a floor that knows those above or beside it cannot be understood alone"),
            "error.UsesAHigherFloor",
            "access.UsesItsNeighbour",
            "run.UsesTheSimulator",
            "simulator.UsesTheProduct",
            "identity.UsesStartUp"),
        new Rule(
            classes()
                .should(useOnlyTheTopOfOthers(house))
                .because("the top of a package is its API; what lies below may change freely"),
            "run.ReachesBelowTheTop"),
        new Rule(
            slices()
                .matching(house.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood together"),
            "Cycle detected"),
        new Rule(
            classes()
                .should(beNullMarked())
                .because("absence is meant: a type without @Nullable is never null"),
            "attic.OffTheMap"),
        new Rule(
            noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, Calendar.class, DateFormat.class)
                .because("times are java.time: immutable, and with a zone"),
            "model.HasBadHabits"),
        new Rule(
            noClasses()
                .should(sleep())
                .because("a wait is for a condition, has a deadline and can be cancelled"),
            "model.HasBadHabits"),
        new Rule(
            noClasses()
                .that()
                .resideOutsideOfPackages(house.root(), house.root() + ".simulator..")
                .should(ACCESS_STANDARD_STREAMS)
                .because(
                    "once the service is up, what it says goes to the log, with a time and a"
                        + " level"),
            "model.HasBadHabits"),
        new Rule(
            noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(Property.class)
                .because("a constructor says what a class needs, and a test can call it"),
            "model.HasBadHabits"));
  }

  /**
   * A rule and what the report about the broken house must name.
   *
   * @param breaches classes, as their names end
   */
  private record Rule(ArchRule rule, List<String> breaches) {
    Rule(ArchRule rule, String... breaches) {
      this(rule, List.of(breaches));
    }

    String name() {
      return rule.getDescription();
    }

    void assertBrokenIn(JavaClasses house) {
      String report = rule.evaluate(house).getFailureReport().toString();
      assertThat(report).contains(breaches);
    }
  }
}
