package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class ConditionsAccumulateTest {

  private static Terms terms(StatementFixture... statement) {
    return pledge("a", "FRA").with(statement).terms();
  }

  private static Set<String> conditions(StatementFixture... statement) {
    return terms(statement).conditions().codes().keySet();
  }

  @Test
  void laterConditionsAreAdded() {
    assertThat(conditions(pledged().conditions("X"), that().conditions("Y")))
        .containsExactly("X", "Y");
  }

  @Test
  void conditionHoldsUntilItIsLifted() {
    assertThat(conditions(pledged().conditions("X", "Y"), that().lifts("X"))).containsExactly("Y");
    assertThat(conditions(pledged().conditions("X"), that().lifts("X"), that().conditions("X")))
        .containsExactly("X");
  }

  @Test
  void emptyListTakesNothingBack() {
    assertThat(conditions(pledged().conditions("X"), that().conditions())).containsExactly("X");
  }

  @Test
  void weakerCannotAddToWhatStrongerSaid() {
    Terms terms = terms(pledged().conditions("X"), that().conditions("Y").reported());
    assertThat(terms.conditions().codes()).containsOnlyKeys("X");
    assertThat(terms.disputed()).isTrue();
  }

  @Test
  void expresslyNoneClosesTheListToWeaker() {
    Terms terms = terms(pledged().conditions(), that().conditions("Y").reported());
    assertThat(terms.conditions().codes()).isEmpty();
    assertThat(terms.conditions().basis()).extracting(Statement::id).isEqualTo("a#1");
    assertThat(terms.disputed()).isTrue();
  }

  @Test
  void clearingEmptiesTheListAtItsPlaceInTheOrder() {
    assertThat(conditions(pledged().conditions("X"), that().conditions(FieldValue.explicitNull())))
        .isEmpty();
    assertThat(
            conditions(
                pledged().conditions("X"),
                that().conditions(FieldValue.explicitNull()),
                that().conditions("Y")))
        .containsExactly("Y");
  }

  @Test
  void clearingTheCaveatsLeavesTheConditions() {
    Terms terms =
        terms(
            pledged().conditions("X").caveats("NON_COMBAT_ROLE"),
            that().caveats(FieldValue.explicitNull()));
    assertThat(terms.caveats().codes()).isEmpty();
    assertThat(terms.caveats().basis()).extracting(Statement::id).isEqualTo("a#2");
    assertThat(terms.conditions().codes()).containsOnlyKeys("X");
  }

  @Test
  void weakerClearingIsNotHeeded() {
    Terms terms =
        terms(pledged().conditions("X"), that().conditions(FieldValue.explicitNull()).reported());
    assertThat(terms.conditions().codes()).containsOnlyKeys("X");
    assertThat(terms.disputed()).isTrue();
  }

  @Test
  void weakerFillsAListNobodyStrongerSpokeOf() {
    assertThat(conditions(pledged(), that().conditions("Y").reported())).containsExactly("Y");
  }

  @Test
  void weakerLiftIsNotHeeded() {
    Terms terms = terms(pledged().conditions("X"), that().lifts("X").reported());
    assertThat(terms.conditions().codes()).containsOnlyKeys("X");
    assertThat(terms.disputed()).isTrue();
  }

  @Test
  void officialLiftClosesWhatThePressAdded() {
    assertThat(conditions(pledged(), that().conditions("X", "Y").reported(), that().lifts("X")))
        .isEmpty();
  }

  @Test
  void aStatementThatLiftsSpeaksOfConditionsAndCaveats() {
    Terms terms =
        terms(
            pledged().caveats("NON_COMBAT_ROLE"),
            that().conditions("Y").reported(),
            that().lifts("NON_COMBAT_ROLE"));
    assertThat(terms.conditions().codes()).isEmpty();
    assertThat(terms.caveats().codes()).isEmpty();
  }

  @Test
  void caveatsAccumulateLikeConditions() {
    Terms terms =
        terms(
            pledged().caveats("NON_COMBAT_ROLE"),
            that().caveats("REAR_AREA_ONLY"),
            that().caveats("NATIONAL_COMMAND").reported());
    assertThat(terms.caveats().codes()).containsOnlyKeys("NON_COMBAT_ROLE", "REAR_AREA_ONLY");
  }

  @Test
  void eachCodeRestsOnTheStatementThatNamedItLast() {
    PledgeFixture repeated =
        pledge("a", "FRA").with(pledged().conditions("X", "Y"), that().conditions("X"));
    assertThat(repeated.terms().conditions().codes().get("X"))
        .extracting(Statement::id)
        .isEqualTo("a#2");
    assertThat(repeated.terms().conditions().codes().get("Y"))
        .extracting(Statement::id)
        .isEqualTo("a#1");
    assertThat(repeated.terms().conditions().basis()).extracting(Statement::id).isEqualTo("a#2");
  }
}
