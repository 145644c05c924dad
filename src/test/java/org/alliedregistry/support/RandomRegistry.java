package org.alliedregistry.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.quantity.ExchangeRate;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Purpose;

/**
 * A registry made up from a seed: sole and joint pledges, with and without shares, financed by
 * others or not, wholes with parts, restated, corrected and voided, under conditions that are met,
 * open and failed.
 */
public record RandomRegistry(
    Map<String, PledgeStatements> pledges, Map<String, ConditionStatements> conditions) {

  private static final List<String> ALLIES = List.of("FRA", "GBR", "DNK", "NOR");

  /** Some statements are made before the first rate, or after the last has ended. */
  static final Map<String, ExchangeRates> RATES =
      Map.of(
          "flotilla", rates("flotilla", "troops", "100", "110.5"),
          "wing", rates("wing", "aircraft", "24", "18"));

  private static ExchangeRates rates(String unit, String in, String early, String late) {
    LocalDate first = RandomStatements.FIRST_DAY;
    return new ExchangeRates(
        unit,
        in,
        List.of(
            new ExchangeRate(first.plusDays(5), new BigDecimal(early)),
            new ExchangeRate(first.plusDays(20), new BigDecimal(late))));
  }

  public static RandomRegistry of(Random random) {
    Map<String, PledgeStatements> pledges = new LinkedHashMap<>();
    List<PledgeFixture> wholes = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      PledgeFixture pledge =
          wholes.isEmpty() || random.nextInt(5) < 2
              ? ownPledge(random, "p" + i, wholes)
              : part(random, "p" + i, wholes.get(random.nextInt(wholes.size())));
      pledges.put("p" + i, pledge.statements());
    }
    Map<String, ConditionStatements> conditions = new HashMap<>();
    for (String code : RandomStatements.CONDITIONS) {
      conditions.put(code, condition(random, code));
    }
    return new RandomRegistry(pledges, conditions);
  }

  private static PledgeFixture ownPledge(Random random, String id, List<PledgeFixture> wholes) {
    PledgeFixture pledge = Fixtures.pledge(id, allies(random));
    String capability =
        random.nextInt(4) == 0 ? Baselines.COMBAT_AIRCRAFT.code() : Baselines.LAND_FORCES.code();
    pledge.of(capability);
    if (random.nextInt(10) == 0) {
      pledge.purpose(Purpose.AID_TO_UKRAINE);
    }
    if (random.nextInt(3) == 0) {
      wholes.add(pledge);
    }
    return spokenOf(random, pledge);
  }

  private static PledgeFixture part(Random random, String id, PledgeFixture whole) {
    return spokenOf(random, Fixtures.pledge(id, allies(random)).inside(whole));
  }

  private static String[] allies(Random random) {
    List<String> shuffled = new ArrayList<>(ALLIES);
    Collections.shuffle(shuffled, random);
    int count = random.nextInt(3) < 2 ? 1 : 2 + random.nextInt(2);
    return shuffled.subList(0, count).toArray(String[]::new);
  }

  private static PledgeFixture spokenOf(Random random, PledgeFixture pledge) {
    PledgeStatements silent = pledge.statements();
    int allies = silent.pledge().allies().size();
    if (allies > 1 && random.nextBoolean()) {
      pledge.shares(
          IntStream.range(0, allies)
              .mapToObj(i -> String.valueOf(1 + random.nextInt(6)))
              .toArray(String[]::new));
    }
    financed(random, pledge);
    RandomStatements statements = new RandomStatements(random, silent.pledge().capability());
    List<LocalDate> days = days(random);
    pledge.with(statements.first().on(days.get(0)));
    int more = random.nextInt(5);
    for (int i = 1; i <= more; i++) {
      pledge.with(corrected(random, statements.next().on(days.get(i)), pledge.statements()));
    }
    return pledge;
  }

  /** Now and then one or two allies pay, who may supply too, or a programme or origin is known. */
  private static void financed(Random random, PledgeFixture pledge) {
    if (random.nextInt(3) == 0) {
      pledge.financedBy(allies(random));
    }
    if (random.nextInt(4) == 0) {
      pledge.programme(random.nextBoolean() ? "PURL" : "OTHER");
    }
    if (random.nextInt(4) == 0) {
      pledge.origin(Origin.values()[random.nextInt(Origin.values().length)]);
    }
  }

  /** Distinct days, or some of them the same. */
  private static List<LocalDate> days(Random random) {
    List<Integer> days = new ArrayList<>(IntStream.range(0, 120).boxed().toList());
    Collections.shuffle(days, random);
    int apart = random.nextInt(3) == 0 ? 40 : 1;
    return days.stream()
        .map(d -> RandomStatements.FIRST_DAY.plusDays(d / apart * (long) apart))
        .toList();
  }

  /** Now and then a correction of an earlier statement instead, or its end. */
  private static StatementFixture corrected(
      Random random, StatementFixture say, PledgeStatements statements) {
    if (random.nextInt(6) > 0 || statements.uncorrected().isEmpty()) {
      return say;
    }
    Statement target =
        statements.uncorrected().get(random.nextInt(statements.uncorrected().size()));
    StatementFixture placed = random.nextInt(4) == 0 ? say : say.on(target.attribution().saidOn());
    return random.nextInt(4) == 0
        ? StatementFixture.that().on(target.attribution().saidOn()).voids(target.id())
        : placed.corrects(target.id());
  }

  private static ConditionStatements condition(Random random, String code) {
    ConditionFixture condition = Fixtures.condition(code);
    boolean perAlly = code.equals("PARLIAMENT") || code.equals("CABINET");
    if (perAlly) {
      condition.perAlly();
    }
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      State state = State.values()[random.nextInt(3)];
      String ally = perAlly && random.nextInt(4) > 0 ? ALLIES.get(random.nextInt(4)) : null;
      EvidenceGrade grade =
          random.nextInt(3) == 0 ? EvidenceGrade.REPORTED : EvidenceGrade.OFFICIAL;
      condition.with(state, ally, grade, i == 1 && random.nextInt(4) == 0 ? code + "#1" : null);
    }
    return condition.statements();
  }

  public CoverageInput coverageInput() {
    return CoverageInput.of(Baselines.capabilities(), pledges, conditions, RATES);
  }

  /** The same before one pledge was made. */
  public RandomRegistry before(String pledge) {
    Map<String, PledgeStatements> fewer = new LinkedHashMap<>(pledges);
    fewer.remove(pledge);
    return new RandomRegistry(fewer, conditions);
  }

  public boolean isWhole(String pledge) {
    return pledges.values().stream().anyMatch(d -> pledge.equals(d.pledge().partOf()));
  }

  /** The same, with uncorrected statements of distinct days recorded in another order. */
  public RandomRegistry shuffled(Random random) {
    Map<String, PledgeStatements> dealt = new LinkedHashMap<>();
    pledges.forEach(
        (id, d) ->
            dealt.put(
                id,
                PledgeStatements.of(d.openingOrder(), d.pledge(), shuffled(d.recorded(), random))));
    Map<String, ConditionStatements> states = new HashMap<>();
    conditions.forEach(
        (code, c) ->
            states.put(
                code, ConditionStatements.of(c.condition(), shuffled(c.recorded(), random))));
    return new RandomRegistry(dealt, states);
  }

  private static <S extends AttributedStatement> List<S> shuffled(List<S> recorded, Random random) {
    long days = recorded.stream().map(s -> s.attribution().saidOn()).distinct().count();
    boolean corrected = recorded.stream().anyMatch(s -> s.attribution().corrects() != null);
    List<S> dealt = new ArrayList<>(recorded);
    if (days == recorded.size() && !corrected) {
      Collections.shuffle(dealt, random);
    }
    return dealt;
  }
}
