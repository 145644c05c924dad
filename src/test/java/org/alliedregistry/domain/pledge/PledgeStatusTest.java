package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.between;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.considering;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.alliedregistry.support.StatementFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class PledgeStatusTest {

  private static final String DAY = "2026-06-01";

  private static PledgeState state(StatementFixture... statements) {
    return pledge("a", "FRA").with(statements).standing(DAY, EvidenceGrade.REPORTED);
  }

  private static PledgeStatus status(StatementFixture... statements) {
    return PledgeStatus.of(state(statements), LocalDate.parse(DAY));
  }

  @Test
  void isTheHighestRungThatIsReached() {
    assertThat(status(considering())).isEqualTo(PledgeStatus.CONSIDERING);
    assertThat(status(pledged())).isEqualTo(PledgeStatus.PLEDGED);
    assertThat(status(pledged(troops(9)), that().committed(some())))
        .isEqualTo(PledgeStatus.COMMITTED);
    assertThat(status(pledged(troops(9)), that().allocated(troops(2))))
        .isEqualTo(PledgeStatus.ALLOCATED);
    assertThat(status(pledged(troops(9)).by(EvidenceGrade.SPECULATIVE)))
        .isEqualTo(PledgeStatus.NOT_HEARD);
  }

  @Test
  void isInPlaceIfAsMuchIsThereAsIsPromised() {
    assertThat(status(pledged(troops(9)).inPlace(troops(9)))).isEqualTo(PledgeStatus.IN_PLACE);
    assertThat(status(pledged(troops(9)).inPlace(troops(8))))
        .isEqualTo(PledgeStatus.PARTLY_IN_PLACE);
    assertThat(status(pledged(between(5, 9)).inPlace(all())))
        .isEqualTo(PledgeStatus.PARTLY_IN_PLACE);
  }

  @Test
  void allOfAnUnknownAmountIsInPlace() {
    assertThat(status(pledged().inPlace(all()))).isEqualTo(PledgeStatus.IN_PLACE);
    assertThat(status(pledged(atLeast(5)).inPlace(all()))).isEqualTo(PledgeStatus.PARTLY_IN_PLACE);
  }

  @Test
  void allByTheWordOfOneSideIsNotAll() {
    StatementFixture some = that().inPlace(troops(3)).recipient();
    assertThat(status(pledged(), some, that().inPlace(all())))
        .isEqualTo(PledgeStatus.PARTLY_IN_PLACE);
  }

  @Test
  void asMuchAsTheWholeAllowsIsAll() {
    PledgeFixture whole = pledge("w", "FRA", "GBR").with(pledged(troops(500)));
    PledgeState part =
        pledge("p", "GBR")
            .partOf(whole)
            .with(pledged().inPlace(troops(500)))
            .standing(DAY, EvidenceGrade.OFFICIAL);
    assertThat(PledgeStatus.of(part, LocalDate.parse(DAY))).isEqualTo(PledgeStatus.IN_PLACE);
  }

  @Test
  void endedPromiseIsPartlyInPlaceWhileAnythingIsThere() {
    assertThat(status(pledged(troops(9)).inPlace(all()), withdrawn()))
        .isEqualTo(PledgeStatus.PARTLY_IN_PLACE);
    assertThat(status(pledged(troops(9)), withdrawn())).isEqualTo(PledgeStatus.WITHDRAWN);
    assertThat(status(pledged(troops(9)).until("2026-05-01"), withdrawn()))
        .isEqualTo(PledgeStatus.WITHDRAWN);
    assertThat(status(declined())).isEqualTo(PledgeStatus.DECLINED);
  }

  @Test
  void deploymentThatEndedIsOverAndAidThatArrivedStays() {
    StatementFixture over = pledged(troops(9)).inPlace(all()).until("2026-05-31");
    PledgeFixture aid = pledge("a", "FRA").purpose(Purpose.AID_TO_UKRAINE).with(over);

    assertThat(status(over)).isEqualTo(PledgeStatus.EXPIRED);
    assertThat(PledgeStatus.of(aid.standing(DAY, EvidenceGrade.OFFICIAL), LocalDate.parse(DAY)))
        .isEqualTo(PledgeStatus.IN_PLACE);
  }

  private static Interval share(String low, String high) {
    return new Interval(new BigDecimal(low), new BigDecimal(high));
  }

  @Test
  void fulfilledIsWhatIsInPlaceOverWhatIsPromised() {
    assertThat(PledgeStatus.fulfilled(state(pledged(troops(19)).inPlace(between(12, 19)))))
        .isEqualTo(share("0.6315", "1"));
    assertThat(PledgeStatus.fulfilled(state(pledged(between(10, 20)).inPlace(troops(5)))))
        .isEqualTo(share("0.25", "0.5"));
    assertThat(PledgeStatus.fulfilled(state(pledged(troops(9))))).isEqualTo(share("0", "0"));
  }

  @Test
  void fulfilledOfAPromiseThatMayBeNothingIsOpen() {
    assertThat(PledgeStatus.fulfilled(state(pledged(upTo(10)).inPlace(troops(1)))))
        .isEqualTo(share("0.1", "1"));
    assertThat(PledgeStatus.fulfilled(state(pledged(upTo(10))))).isEqualTo(share("0", "0"));
  }

  @Test
  void nothingIsFulfilledOfAPromiseWithoutANumber() {
    assertThat(PledgeStatus.fulfilled(state(pledged().inPlace(troops(1))))).isNull();
    assertThat(PledgeStatus.fulfilled(state(pledged(troops(0))))).isNull();
    assertThat(PledgeStatus.fulfilled(state(pledged(troops(9)), withdrawn()))).isNull();
  }
}
