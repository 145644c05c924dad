package org.alliedregistry.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;

/** What somebody might say of a pledge; most of it silence. */
final class RandomStatements {

  static final List<String> CONDITIONS = List.of("CEASEFIRE", "BACKSTOP", "PARLIAMENT", "CABINET");
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private static final List<String> CAVEATS = List.of("NON_COMBAT_ROLE", "REAR_AREA_ONLY");

  private final Random random;
  private final List<String> units;

  RandomStatements(Random random, String capability) {
    this.random = random;
    this.units =
        capability.equals(Baselines.LAND_FORCES.code())
            ? List.of("troops", "troops", "troops", "troops", "company", "brigade", "flotilla")
            : List.of("aircraft", "aircraft", "aircraft", "squadron", "wing");
  }

  StatementFixture first() {
    return random.nextInt(10) == 0
        ? ended()
        : filled(StatementFixture.that().position(standing()), 75);
  }

  StatementFixture next() {
    int kind = random.nextInt(10);
    if (chance(10)) {
      return recipient();
    }
    return kind == 0
        ? ended()
        : filled(
            kind < 4 ? StatementFixture.that().position(standing()) : StatementFixture.that(), 35);
  }

  private StatementFixture recipient() {
    StatementFixture say = StatementFixture.that().recipient();
    return graded(
        chance(70) ? say.inPlace(maybe(100, this::part)) : say.allocated(maybe(100, this::part)));
  }

  private Position standing() {
    return random.nextInt(4) == 0 ? Position.CONSIDERING : Position.PLEDGED;
  }

  private StatementFixture ended() {
    return graded(
        random.nextBoolean() ? StatementFixture.declined() : StatementFixture.withdrawn());
  }

  private StatementFixture graded(StatementFixture say) {
    int grade = random.nextInt(10);
    return say.by(
        grade < 6
            ? EvidenceGrade.OFFICIAL
            : grade < 9 ? EvidenceGrade.REPORTED : EvidenceGrade.SPECULATIVE);
  }

  private StatementFixture filled(StatementFixture say, int amountPercent) {
    say.amount(maybe(amountPercent, this::quantity))
        .committed(maybe(30, this::part))
        .allocated(maybe(20, this::part))
        .inPlace(maybe(25, this::part))
        .place(
            maybe(
                45,
                () ->
                    pick(
                        PlaceOfEmployment.IN_UKRAINE,
                        PlaceOfEmployment.IN_UKRAINE,
                        PlaceOfEmployment.ELSEWHERE)))
        .from(maybe(45, this::day))
        .until(maybe(20, this::day))
        .days(maybe(45, () -> random.nextInt(60)));
    if (chance(30)) {
      say.conditions(some(CONDITIONS));
    } else if (chance(3)) {
      say.conditions(FieldValue.explicitNull());
    }
    if (chance(10)) {
      say.lifts(pick("CEASEFIRE", "BACKSTOP", "PARLIAMENT", "NON_COMBAT_ROLE"));
    }
    if (chance(15)) {
      say.caveats(some(CAVEATS));
    } else if (chance(3)) {
      say.caveats(FieldValue.explicitNull());
    }
    return graded(say);
  }

  /** Spoken of with that chance; now and then cleared. */
  private <T> FieldValue<T> maybe(int percent, Supplier<T> value) {
    return !chance(percent)
        ? FieldValue.absent()
        : chance(10) ? FieldValue.explicitNull() : FieldValue.of(value.get());
  }

  private Progress part() {
    int kind = random.nextInt(5);
    return kind == 0
        ? new Progress.All()
        : kind == 1 ? new Progress.Some(units.get(0)) : new Progress.Counted(quantity());
  }

  private Quantity quantity() {
    String unit = units.get(random.nextInt(units.size()));
    BigDecimal low = number(unit);
    int kind = random.nextInt(5);
    boolean about = low.signum() > 0 && chance(15);
    boolean perYear = chance(12);
    return kind == 0
        ? new Quantity(low, null, unit, about, perYear)
        : kind == 1
            ? new Quantity(null, low, unit, about, perYear)
            : new Quantity(low, kind == 2 ? low.add(number(unit)) : low, unit, about, perYear);
  }

  private BigDecimal number(String unit) {
    int max = unit.equals("troops") ? 3000 : unit.equals("aircraft") ? 60 : 4;
    BigDecimal whole = BigDecimal.valueOf(random.nextInt(max));
    return chance(10) ? whole.add(new BigDecimal("0.5")) : whole;
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(500));
  }

  private String[] some(List<String> codes) {
    return codes.stream().filter(code -> chance(35)).toArray(String[]::new);
  }

  @SafeVarargs
  private final <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
