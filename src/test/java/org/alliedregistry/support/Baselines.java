package org.alliedregistry.support;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.baseline.Requirement.Required;
import org.alliedregistry.domain.baseline.SourcedFactor;
import org.alliedregistry.domain.quantity.PlanningFactor;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;

/**
 * A worked baseline: 4 brigades of 5,000 troops, 10 squadrons of 20 aircraft, a naval presence
 * without a number. A company is 50 to 250 troops; a flotilla has no planning factor.
 */
public final class Baselines {

  public static final Capability LAND_FORCES =
      capability("LAND_FORCES", "troops", "company", "battalion", "brigade", "flotilla");
  public static final Capability COMBAT_AIRCRAFT =
      capability("COMBAT_AIRCRAFT", "aircraft", "squadron");
  public static final Capability NAVAL_PRESENCE = capability("NAVAL_PRESENCE", "ship");

  public static final Requirement LAND =
      requirement("LAND", LAND_FORCES, new Required(BigDecimal.valueOf(4), "brigade"));
  public static final Requirement AIR =
      requirement("AIR", COMBAT_AIRCRAFT, new Required(BigDecimal.TEN, "squadron"));
  public static final Requirement SEA = requirement("SEA", NAVAL_PRESENCE, null);

  public static final Baseline FORCE = of(LAND, AIR, SEA);

  private Baselines() {}

  /** The unit of land forces, by the factors of the default baseline. */
  public static UnitOfAccount inTroops() {
    return new UnitOfAccount(LAND_FORCES.unitOfAccount(), FORCE.factors());
  }

  public static Map<String, Capability> capabilities() {
    return List.of(LAND_FORCES, COMBAT_AIRCRAFT, NAVAL_PRESENCE).stream()
        .collect(Collectors.toMap(Capability::code, Function.identity()));
  }

  public static Baseline of(Requirement... requirements) {
    List<SourcedFactor> factors =
        List.of(
            factor("brigade", 5000, 5000, "troops"),
            factor("battalion", 300, 1000, "troops"),
            factor("company", 50, 250, "troops"),
            factor("squadron", 20, 20, "aircraft"));
    return new Baseline(
        "force",
        1,
        "Worked baseline",
        StatementFixture.SOURCE,
        factors,
        Arrays.asList(requirements));
  }

  /** The same line with another required amount in the unit of account; null = not quantified. */
  public static Requirement requiring(Requirement line, String amount) {
    Required required =
        amount == null
            ? null
            : new Required(
                new BigDecimal(amount),
                capabilities().get(line.capability()).unitOfAccount(),
                line.isPerYear());
    return with(line, required, line.purposes(), line.places());
  }

  /** The same line with its amount required in each calendar year. */
  public static Requirement perYear(Requirement line) {
    Required required = Objects.requireNonNull(line.required());
    return with(
        line,
        new Required(required.amount(), required.unit(), true),
        line.purposes(),
        line.places());
  }

  public static Requirement in(Requirement line, PlaceOfEmployment... places) {
    return with(line, line.required(), line.purposes(), new TreeSet<>(Arrays.asList(places)));
  }

  public static Requirement accepting(Requirement line, Purpose... purposes) {
    return with(line, line.required(), new TreeSet<>(List.of(purposes)), line.places());
  }

  /** Refuses pledges with one of these caveats. */
  public static Requirement refusing(Requirement line, String... caveats) {
    return new Requirement(
        line.code(),
        line.title(),
        line.capability(),
        line.required(),
        line.purposes(),
        line.places(),
        new TreeSet<>(List.of(caveats)));
  }

  public static Requirement anyPurpose(Requirement line) {
    return with(line, line.required(), new TreeSet<>(), line.places());
  }

  public static Requirement with(
      Requirement line,
      Required required,
      SortedSet<Purpose> purposes,
      SortedSet<PlaceOfEmployment> places) {
    return new Requirement(
        line.code(), line.title(), line.capability(), required, purposes, places, line.refuses());
  }

  private static Requirement requirement(String code, Capability capability, Required required) {
    return new Requirement(
        code,
        "Worked requirement " + code,
        capability.code(),
        required,
        new TreeSet<>(List.of(Purpose.GUARANTEE_FORCE)),
        new TreeSet<>(),
        new TreeSet<>());
  }

  private static Capability capability(String code, String... units) {
    return new Capability(code, code, code, Arrays.asList(units));
  }

  private static SourcedFactor factor(String unit, long low, long high, String account) {
    return new SourcedFactor(
        new PlanningFactor(unit, BigDecimal.valueOf(low), BigDecimal.valueOf(high), account), null);
  }
}
