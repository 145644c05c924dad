package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.between;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.considering;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class AmountsByRungTest {

  private static PledgeFixture fra(StatementFixture... statement) {
    return pledge("a", "FRA").with(statement);
  }

  @Test
  void committedPartIsPartOfThePledge() {
    PledgeFixture pledge = fra(pledged(troops(5000)).committed(troops(3000)));
    assertThat(pledge.at(Rung.PLEDGED)).isEqualTo(exactly(5000));
    assertThat(pledge.at(Rung.COMMITTED)).isEqualTo(exactly(3000));
    assertThat(pledge.at(Rung.ALLOCATED)).isEqualTo(Interval.ZERO);
  }

  @Test
  void eachRungIsAFloorForTheOneBelow() {
    PledgeFixture pledge = fra(pledged(upTo(5000)).inPlace(troops(1000)).allocated(upTo(2000)));
    assertThat(pledge.at(Rung.IN_PLACE)).isEqualTo(exactly(1000));
    assertThat(pledge.at(Rung.ALLOCATED)).isEqualTo(range(1000, 2000));
    assertThat(pledge.at(Rung.COMMITTED)).isEqualTo(range(1000, 2000));
    assertThat(pledge.at(Rung.PLEDGED)).isEqualTo(range(1000, 5000));
    assertThat(pledge.at(Rung.CONSIDERING)).isEqualTo(range(1000, 5000));
  }

  @Test
  void secondThoughtsTakeBackAPledgeButNoCommitment() {
    PledgeFixture pledge = fra(pledged(troops(5000)).committed(troops(3000)), considering());
    assertThat(pledge.at(Rung.CONSIDERING)).isEqualTo(exactly(5000));
    assertThat(pledge.at(Rung.PLEDGED)).isEqualTo(exactly(3000));
    assertThat(pledge.at(Rung.COMMITTED)).isEqualTo(exactly(3000));
  }

  @Test
  void consideringIsNoPledge() {
    PledgeFixture pledge = fra(considering(troops(5000)));
    assertThat(pledge.at(Rung.CONSIDERING)).isEqualTo(exactly(5000));
    assertThat(pledge.at(Rung.PLEDGED)).isEqualTo(Interval.ZERO);
    assertThat(pledge.amounts().highest()).contains(Rung.CONSIDERING);
  }

  @Test
  void refusalReachesNoRung() {
    assertThat(fra(declined()).amounts().highest()).isEmpty();
    assertThat(fra(declined()).at(Rung.CONSIDERING)).isEqualTo(Interval.ZERO);
  }

  @Test
  void highestRungIsWhereAnythingHasCome() {
    assertThat(fra(pledged()).amounts().highest()).contains(Rung.PLEDGED);
    assertThat(fra(pledged().committed(some())).amounts().highest()).contains(Rung.COMMITTED);
    assertThat(fra(pledged().allocated(troops(1))).amounts().highest()).contains(Rung.ALLOCATED);
    assertThat(fra(pledged().inPlace(troops(1))).amounts().highest()).contains(Rung.IN_PLACE);
    assertThat(fra(pledged(troops(1)).inPlace(troops(0))).amounts().highest())
        .contains(Rung.PLEDGED);
  }

  @Test
  void moreThanPromisedRaisesThePledgeAndIsFlagged() {
    PledgeFixture over = fra(pledged(troops(5000)), that().committed(troops(6000)));
    assertThat(over.at(Rung.PLEDGED)).isEqualTo(exactly(6000));
    assertThat(over.amounts().isOverFulfilled()).isTrue();
  }

  @Test
  void asMuchAsPromisedIsNotOverFulfilled() {
    assertThat(fra(pledged(troops(5000)).committed(all())).amounts().isOverFulfilled()).isFalse();
    assertThat(fra(pledged(between(1, 9)).inPlace(troops(9))).amounts().isOverFulfilled())
        .isFalse();
    assertThat(fra(pledged().committed(troops(9))).amounts().isOverFulfilled()).isFalse();
    assertThat(fra(pledged(atLeast(5)).committed(troops(9))).amounts().isOverFulfilled()).isFalse();
  }

  @Test
  void lowerPromiseIsOverFulfilledByAnOlderCommitment() {
    PledgeFixture shrunk =
        fra(pledged(troops(5000)).committed(all()), that().amount(between(2000, 4000)));
    assertThat(shrunk.at(Rung.PLEDGED)).isEqualTo(exactly(5000));
    assertThat(shrunk.amounts().isOverFulfilled()).isTrue();
  }

  @Test
  void amountsConvertedByAPlanningFactorAreDerived() {
    assertThat(fra(pledged(of(1, "brigade"))).amounts().isDerived()).isTrue();
    assertThat(fra(pledged(troops(9)).inPlace(of(1, "company"))).amounts().isDerived()).isTrue();
    assertThat(fra(pledged(troops(9)).inPlace(all())).amounts().isDerived()).isFalse();
    assertThat(fra(pledged(of(1, "flotilla"))).amounts().isDerived()).isFalse();
  }

  @Test
  void convertedAmountNoLongerInEffectIsNotDerived() {
    assertThat(fra(pledged(of(1, "brigade")), that().amount(troops(9))).amounts().isDerived())
        .isFalse();
    assertThat(
            fra(pledged(of(1, "brigade")).committed(all()), that().amount(troops(9)))
                .amounts()
                .isDerived())
        .isTrue();
  }
}
