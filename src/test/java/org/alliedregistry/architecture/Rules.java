package org.alliedregistry.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lines of the house, for the packages under one root: the service itself, or the planted
 * violations that show each rule at work.
 */
public final class Rules {

  private final String root;

  public Rules(String root) {
    this.root = root;
  }

  /** The rooms without any class: a rule about them would hold of nothing. */
  public List<Room> missing(JavaClasses classes) {
    return Stream.of(Room.values())
        .filter(room -> classes.stream().noneMatch(c -> c.getPackageName().equals(room.in(root))))
        .toList();
  }

  /** Every rule by name. */
  public Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    for (Room room : Room.PURE) {
      rules.put("pureRoomKnowsOnlyWhatIsDrawn:" + room.directory(), knowsOnlyWhatIsDrawn(room));
    }
    rules.put("packagesAreFreeOfCycles", packagesAreFreeOfCycles());
    rules.put("webIsKnownToWebAndSeedOnly", webIsKnownToWebAndSeedOnly());
    rules.put("nobodyKnowsAResource", nobodyKnowsAResource());
    rules.put("resourceMethodsArePublic", resourceMethodsArePublic());
    rules.put("onlyTheLedgerPersists", onlyTheLedgerPersists());
    rules.put("everybodyReadsAView", everybodyReadsAView());
    rules.put("timeComesFromAClock", timeComesFromAClock());
    rules.put("standardStreamsAreLeftAlone", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    rules.put("javaUtilLoggingIsNotUsed", javaUtilLoggingIsNotUsed());
    rules.put("nobodySleeps", nobodySleeps());
    rules.put("pureRoomsCountExactly", pureRoomsCountExactly());
    return rules;
  }

  private ArchRule knowsOnlyWhatIsDrawn(Room room) {
    return classes()
        .that()
        .resideInAPackage(room.in(root))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(room.allowedIn(root));
  }

  private ArchRule packagesAreFreeOfCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  private ArchRule webIsKnownToWebAndSeedOnly() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".*.web", Room.SEED.in(root), Room.FEED.in(root))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".*.web");
  }

  private static ArchRule nobodyKnowsAResource() {
    return noClasses().should().dependOnClassesThat(annotatedWith(Path.class).forSubtype());
  }

  private static ArchRule resourceMethodsArePublic() {
    return methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();
  }

  private ArchRule onlyTheLedgerPersists() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(Room.LEDGER.in(root))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..");
  }

  /** Everything recorded is for the ledger and for what fills it; the rest goes through Views. */
  private ArchRule everybodyReadsAView() {
    DescribedPredicate<JavaAccess<?>> everything =
        target(name("registry")).and(targetOwner(name(root + ".ledger.Ledger"))).forSubtype();
    return noClasses()
        .that()
        .resideOutsideOfPackages(Room.LEDGER.in(root), Room.SEED.in(root))
        .should()
        .accessTargetWhere(everything);
  }

  private static ArchRule timeComesFromAClock() {
    DescribedPredicate<JavaAccess<?>> now =
        target(name("now"))
            .and(targetOwner(resideInAPackage("java.time..")))
            .and(
                DescribedPredicate.describe(
                    "without a clock",
                    access ->
                        access.getTarget() instanceof CodeUnitAccessTarget called
                            && called.getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class))))
            .forSubtype();
    return noClasses().should().accessTargetWhere(now);
  }

  private static ArchRule javaUtilLoggingIsNotUsed() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
  }

  private static ArchRule nobodySleeps() {
    DescribedPredicate<JavaAccess<?>> sleep =
        target(name("sleep"))
            .and(targetOwner(JavaClass.Predicates.equivalentTo(Thread.class)))
            .forSubtype();
    return noClasses().should().accessTargetWhere(sleep);
  }

  private ArchRule pureRoomsCountExactly() {
    String[] rooms = Room.PURE.stream().map(room -> room.in(root)).toArray(String[]::new);
    return classes().that().resideInAnyPackage(rooms).should(new CountExactly());
  }
}
