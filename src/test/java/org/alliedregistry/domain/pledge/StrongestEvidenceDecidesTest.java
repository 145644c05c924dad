package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.considering;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class StrongestEvidenceDecidesTest {

  @Test
  void weakerFillsWhatStrongerLeavesOpen() {
    PledgeFixture filled =
        pledge("a", "FRA").with(pledged(), that().amount(troops(6000)).reported());
    assertThat(filled.terms().amount().value()).isEqualTo(troops(6000));
    assertThat(filled.terms().amount().evidence()).isEqualTo(EvidenceGrade.REPORTED);
    assertThat(filled.terms().disputed()).isFalse();
    assertThat(filled.officialTerms().amount().isSpoken()).isFalse();
  }

  @Test
  void laterWeakerNeverOverrides() {
    Terms terms =
        pledge("a", "FRA")
            .with(pledged(troops(5000)), that().amount(troops(6000)).reported())
            .terms();
    assertThat(terms.amount().value()).isEqualTo(troops(5000));
  }

  @Test
  void weakerThatDiffersMakesItDisputed() {
    PledgeFixture contradicted =
        pledge("a", "FRA").with(pledged(troops(5000)), that().amount(troops(6000)).reported());
    assertThat(contradicted.terms().disputed()).isTrue();
    assertThat(contradicted.terms().amount().disputed()).isTrue();
    assertThat(contradicted.officialTerms().disputed()).isFalse();
  }

  @Test
  void weakerThatAgreesIsNoDispute() {
    Terms terms =
        pledge("a", "FRA")
            .with(pledged(troops(5000)), pledged(troops("5000.0")).reported())
            .terms();
    assertThat(terms.disputed()).isFalse();
  }

  @Test
  void changeOfMindOnEqualEvidenceIsNoDispute() {
    Terms terms =
        pledge("a", "FRA").with(pledged(troops(5000)), that().amount(troops(4000))).terms();
    assertThat(terms.amount().value()).isEqualTo(troops(4000));
    assertThat(terms.disputed()).isFalse();
  }

  @Test
  void strongerOverridesAnEarlierWeaker() {
    Terms terms =
        pledge("a", "FRA")
            .with(considering(troops(9000)).reported(), pledged(troops(5000)))
            .terms();
    assertThat(terms.positionOrNull()).isEqualTo(Position.PLEDGED);
    assertThat(terms.amount().value()).isEqualTo(troops(5000));
  }

  @Test
  void expresslyNotKnownIsNotFilledByWeaker() {
    Terms terms =
        pledge("a", "FRA")
            .with(
                pledged().noAmount().place(FieldValue.<PlaceOfEmployment>explicitNull()),
                that().amount(troops(6000)).at(PlaceOfEmployment.IN_UKRAINE).reported())
            .terms();
    assertThat(terms.amount().value()).isNull();
    assertThat(terms.place().value()).isNull();
    assertThat(terms.disputed()).isTrue();
  }

  @Test
  void eachFieldIsDecidedOnItsOwn() {
    Terms terms =
        pledge("a", "FRA")
            .with(
                pledged(troops(5000)).reported(),
                that().amount(troops(4000)).by(EvidenceGrade.SPECULATIVE),
                declined().by(EvidenceGrade.SPECULATIVE),
                that().days(10).by(EvidenceGrade.SPECULATIVE),
                that().at(PlaceOfEmployment.BLACK_SEA))
            .terms();
    assertThat(terms.positionOrNull()).isEqualTo(Position.PLEDGED);
    assertThat(terms.amount().value()).isEqualTo(troops(5000));
    assertThat(terms.daysToInPlace().value()).isEqualTo(10);
    assertThat(terms.place().evidence()).isEqualTo(EvidenceGrade.OFFICIAL);
    assertThat(terms.evidence()).isEqualTo(EvidenceGrade.REPORTED);
  }
}
