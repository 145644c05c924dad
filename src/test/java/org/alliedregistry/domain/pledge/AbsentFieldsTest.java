package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class AbsentFieldsTest {

  private static StatementFixture everything() {
    return pledged(troops(5000))
        .wording("a brigade")
        .committed(troops(3000))
        .conditions("X")
        .caveats("NON_COMBAT_ROLE")
        .at(PlaceOfEmployment.IN_UKRAINE)
        .from("2026-03-01")
        .until("2026-12-31")
        .days(30);
  }

  @Test
  void laterStatementLeavesWhatItDoesNotSpeakOf() {
    Terms terms = pledge("a", "FRA").with(everything(), that().days(20)).terms();
    assertThat(terms.positionOrNull()).isEqualTo(Position.PLEDGED);
    assertThat(terms.amount().value()).isEqualTo(troops(5000));
    assertThat(terms.wording().value()).isEqualTo("a brigade");
    assertThat(terms.committed().part().value()).isEqualTo(new Progress.Counted(troops(3000)));
    assertThat(terms.conditions().codes()).containsOnlyKeys("X");
    assertThat(terms.caveats().codes()).containsOnlyKeys("NON_COMBAT_ROLE");
    assertThat(terms.place().value()).isEqualTo(PlaceOfEmployment.IN_UKRAINE);
    assertThat(terms.availableFrom().value()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(terms.availableUntil().value()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(terms.daysToInPlace().value()).isEqualTo(20);
  }

  @Test
  void clearingTakesBackWhatWasSaid() {
    Terms terms =
        pledge("a", "FRA")
            .with(
                everything(),
                that()
                    .noAmount()
                    .committed(FieldValue.explicitNull())
                    .place(FieldValue.explicitNull())
                    .from(FieldValue.<LocalDate>explicitNull())
                    .until(FieldValue.<LocalDate>explicitNull())
                    .days(FieldValue.<Integer>explicitNull()))
            .terms();
    assertThat(terms.amount().value()).isNull();
    assertThat(terms.committed().part().value()).isNull();
    assertThat(terms.place().value()).isNull();
    assertThat(terms.availableFrom().value()).isNull();
    assertThat(terms.availableUntil().value()).isNull();
    assertThat(terms.daysToInPlace().value()).isNull();
    assertThat(terms.amount().isSpoken()).isTrue();
  }

  @Test
  void expressNullOfAnAmountIsNotZero() {
    PledgeFixture unquantified = pledge("a", "FRA").with(everything(), that().noAmount());
    assertThat(unquantified.at(Rung.PLEDGED)).isEqualTo(from(3000));
  }

  @Test
  void neverSpokenOfIsUnbounded() {
    assertThat(pledge("a", "FRA").with(pledged()).at(Rung.PLEDGED)).isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void basisIsTheDecidingStatement() {
    Terms terms =
        pledge("a", "FRA").with(everything(), that().amount(troops(4000)), that().days(5)).terms();
    assertThat(terms.position().basis()).extracting(Statement::id).isEqualTo("a#1");
    assertThat(terms.amount().basis()).extracting(Statement::id).isEqualTo("a#2");
    assertThat(terms.daysToInPlace().basis()).extracting(Statement::id).isEqualTo("a#3");
    assertThat(pledge("a", "FRA").with(pledged()).terms().amount().basis()).isNull();
  }

  @Test
  void namesTheFieldsItSpeaksOf() {
    assertThat(that().noAmount().conditions().lifts("X").of("a", 1).content().speaksOf())
        .containsExactly("amount", "conditions", "lifts");
    StatementContent all =
        everything()
            .inPlace(FieldValue.explicitNull())
            .allocated(FieldValue.explicitNull())
            .of("a", 1)
            .content();
    assertThat(all.speaksOf()).hasSize(12).doesNotContain("lifts");
    assertThat(StatementContent.nothing().speaksOf()).isEmpty();
  }
}
