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
 * The rules of the code, for the packages under one root: the service itself, or the planted
 * violations that show each rule at work.
 */
public final class ArchitectureRules {

  private final String root;

  public ArchitectureRules(String root) {
    this.root = root;
  }

  /** The folders without any class: a rule about them would hold of nothing. */
  public List<Folder> missing(JavaClasses classes) {
    return Stream.of(Folder.values())
        .filter(
            folder ->
                classes.stream()
                    .noneMatch(
                        c ->
                            (c.getPackageName() + ".")
                                .startsWith(root + "." + folder.directory() + ".")))
        .toList();
  }

  /** Every rule by name. */
  public Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    for (DomainFolder folder : DomainFolder.values()) {
      rules.put("domainFolderNeedsOnlyWhatIsDrawn:" + folder.path(), needsOnlyWhatIsDrawn(folder));
    }
    Folder.withOthersAbove()
        .forEach(f -> rules.put("folderNeedsNoneAbove:" + f.directory(), needsNoneAbove(f)));
    rules.put("foldersAreFreeOfCircles", foldersAreFreeOfCircles());
    rules.put("simpleNamesAreUnique", simpleNamesAreUnique());
    rules.put("foldersAreSmall", foldersAreSmall());
    rules.put("nobodyNeedsAResource", nobodyNeedsAResource());
    rules.put("resourceMethodsArePublic", resourceMethodsArePublic());
    rules.put("onlyLedgerAndSecurityPersist", onlyLedgerAndSecurityPersist());
    rules.put("everybodyReadsAView", everybodyReadsAView());
    rules.put("timeComesFromAClock", timeComesFromAClock());
    rules.put("standardStreamsAreLeftAlone", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    rules.put("javaUtilLoggingIsNotUsed", javaUtilLoggingIsNotUsed());
    rules.put("nobodySleeps", nobodySleeps());
    rules.put("domainCountsExactly", domainCountsExactly());
    return rules;
  }

  private ArchRule needsOnlyWhatIsDrawn(DomainFolder folder) {
    return classes()
        .that()
        .resideInAPackage(folder.in(root))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(folder.allowedIn(root));
  }

  private ArchRule needsNoneAbove(Folder folder) {
    return noClasses()
        .that()
        .resideInAPackage(folder.allBelow(root))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(folder.above(root));
  }

  private ArchRule foldersAreFreeOfCircles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  private static ArchRule simpleNamesAreUnique() {
    return classes()
        .that()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should(new HaveAnUnsharedName());
  }

  private static ArchRule foldersAreSmall() {
    return classes().that().areTopLevelClasses().should(new HaveFewNeighbours());
  }

  private static ArchRule nobodyNeedsAResource() {
    return noClasses().should().dependOnClassesThat(annotatedWith(Path.class).forSubtype());
  }

  private static ArchRule resourceMethodsArePublic() {
    return methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();
  }

  private ArchRule onlyLedgerAndSecurityPersist() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(Folder.LEDGER.allBelow(root), Folder.SECURITY.allBelow(root))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "jakarta.persistence..",
            "org.hibernate..",
            "io.quarkus.hibernate..");
  }

  /** Everything recorded is for the ledger and for what fills it; all others read a view. */
  private ArchRule everybodyReadsAView() {
    DescribedPredicate<JavaAccess<?>> everything =
        target(name("registry")).and(targetOwner(name(root + ".ledger.Ledger"))).forSubtype();
    return noClasses()
        .that()
        .resideOutsideOfPackages(Folder.LEDGER.allBelow(root), Folder.SEED.allBelow(root))
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

  private ArchRule domainCountsExactly() {
    return classes()
        .that()
        .resideInAPackage(Folder.DOMAIN.allBelow(root))
        .should(new CountExactly());
  }
}
