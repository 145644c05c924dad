package org.alliedregistry.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;
import org.jspecify.annotations.Nullable;

/** A question made up from a seed, and the variations that the invariants compare. */
public record RandomQuestion(CoverageQuery query) {

  public static RandomQuestion of(Random random) {
    LocalDate validAt = RandomStatements.FIRST_DAY.plusDays(2 + random.nextInt(200));
    AsOf view = new AsOf(validAt, EvidenceGrade.values()[random.nextInt(3)]);
    Map<String, State> assumed = new HashMap<>();
    if (random.nextInt(3) == 0) {
      assumed.put(code(random), State.MET);
    }
    if (random.nextInt(3) == 0) {
      assumed.put(code(random), State.FAILED);
    }
    if (random.nextInt(4) == 0) {
      assumed.put("PARLIAMENT@FRA", State.values()[1 + random.nextInt(2)]);
    }
    return new RandomQuestion(
        new CoverageQuery(
            baseline(random),
            view,
            Rung.values()[random.nextInt(Rung.values().length)],
            new Assumptions(assumed),
            random.nextInt(3) == 0 ? validAt.plusDays(random.nextInt(90)) : null,
            random.nextInt(3) == 0 ? random.nextInt(60) : null,
            AllySelection.EVERYONE,
            random.nextInt(4) == 0 ? Set.of("REAR_AREA_ONLY") : Set.of(),
            null,
            random.nextInt(5) == 0 ? validAt : null,
            random.nextInt(3) == 0 ? random.nextInt(200) : null));
  }

  private static String code(Random random) {
    return RandomStatements.CONDITIONS.get(random.nextInt(RandomStatements.CONDITIONS.size()));
  }

  private static Baseline baseline(Random random) {
    Requirement land =
        random.nextBoolean()
            ? Baselines.LAND
            : Baselines.in(Baselines.LAND, PlaceOfEmployment.IN_UKRAINE);
    if (random.nextInt(4) == 0) {
      land = Baselines.accepting(land, Purpose.GUARANTEE_FORCE, Purpose.AID_TO_UKRAINE);
    }
    land = Baselines.requiring(land, String.valueOf(1 + random.nextInt(9000)));
    return Baselines.of(
        random.nextInt(4) == 0 ? Baselines.perYear(land) : land,
        random.nextInt(4) == 0 ? Baselines.requiring(Baselines.AIR, null) : Baselines.AIR);
  }

  public RandomQuestion against(Baseline baseline) {
    return with(baseline, query.assumptions(), query.allies());
  }

  /** For all allies, whatever is assumed of one. */
  public RandomQuestion taking(String condition, State state) {
    Map<String, State> states = new HashMap<>(query.assumptions().states());
    states.keySet().removeIf(key -> key.startsWith(condition + "@"));
    states.put(condition, state);
    return with(query.baseline(), new Assumptions(states), query.allies());
  }

  public RandomQuestion only(String... allies) {
    return with(query.baseline(), query.assumptions(), new AllySelection(Set.of(allies), Set.of()));
  }

  public RandomQuestion without(String... allies) {
    return with(query.baseline(), query.assumptions(), new AllySelection(Set.of(), Set.of(allies)));
  }

  /** The same about those allies in that role, and about the pledges that the filter accepts. */
  public RandomQuestion about(AllySelection allies) {
    return with(query.baseline(), query.assumptions(), allies);
  }

  /** The same about promises of that age; null = of any age. */
  public RandomQuestion within(@Nullable Integer freshness) {
    return new RandomQuestion(query.withFreshness(freshness));
  }

  private RandomQuestion with(Baseline baseline, Assumptions assumptions, AllySelection allies) {
    return new RandomQuestion(
        new CoverageQuery(
            baseline,
            query.view(),
            query.rung(),
            assumptions,
            query.availableOn(),
            query.withinDays(),
            allies,
            query.refuse(),
            null,
            query.ratesOn(),
            query.freshness()));
  }
}
