package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** How far a promise has come on a day (docs/arithmetic.md, 2). */
public enum PledgeStatus {
  /** No statement applies. */
  NOT_HEARD,
  /** All of it is in place. */
  IN_PLACE,
  /** Some of it is, or may be, in place. */
  PARTLY_IN_PLACE,
  DECLINED,
  WITHDRAWN,
  /** The last day is over. */
  EXPIRED,
  ALLOCATED,
  COMMITTED,
  PLEDGED,
  CONSIDERING;

  /** The first status that applies. A deployment that ended is over; aid that arrived stays. */
  public static PledgeStatus of(PledgeState state, LocalDate day) {
    if (!state.hasApplicableStatements()) {
      return NOT_HEARD;
    }
    Position position = state.terms().positionOrNull();
    boolean hasEnded = position != null && position.ends();
    boolean isAnyInPlace = !state.amounts().amountAt(Rung.IN_PLACE).isZero();
    if (position != null && hasEnded && !isAnyInPlace) {
      return valueOf(position.name());
    }
    boolean isExpired = state.isExpiredOn(day);
    if (isExpired && !state.pledge().purpose().isHandedOver()) {
      return EXPIRED;
    }
    if (!hasEnded && isAllInPlace(state)) {
      return IN_PLACE;
    }
    if (isAnyInPlace) {
      return PARTLY_IN_PLACE;
    }
    return isExpired
        ? EXPIRED
        : state.amounts().highest().map(rung -> valueOf(rung.name())).orElse(NOT_HEARD);
  }

  /** Whether as much is in place as is promised; where no number is promised, "all" of it. */
  static boolean isAllInPlace(PledgeState state) {
    BigDecimal inPlace = state.amounts().amountAt(Rung.IN_PLACE).low();
    return (inPlace.signum() > 0 && reaches(inPlace, state.amounts().promised().high()))
        || (!state.amounts().isPromiseStated() && state.terms().inPlace().isAll());
  }

  private static boolean reaches(BigDecimal amount, @Nullable BigDecimal high) {
    return high != null && amount.compareTo(high) >= 0;
  }

  /**
   * The part of the promise that is in place, from 0 to 1, truncated to four decimals: the certain
   * amount in place ÷ the possible promise, to the possible amount in place ÷ the certain promise.
   *
   * @return null if the promise is unbounded, 0, per year, refused or withdrawn
   */
  public static @Nullable Interval fulfilled(PledgeState state) {
    Interval promised = state.amounts().promised();
    BigDecimal most = promised.high();
    Position position = state.terms().positionOrNull();
    if (state.amounts().dependsOnPeriod()
        || most == null
        || most.signum() == 0
        || (position != null && position.ends())) {
      return null;
    }
    Interval inPlace = state.amounts().amountAt(Rung.IN_PLACE);
    BigDecimal low = Exact.ratio(inPlace.low(), most).min(BigDecimal.ONE);
    BigDecimal high = inPlace.high();
    BigDecimal possible =
        high == null || promised.low().signum() == 0
            ? inPlace.isZero() ? BigDecimal.ZERO : BigDecimal.ONE
            : Exact.ratio(high, promised.low()).min(BigDecimal.ONE);
    return new Interval(low, possible);
  }
}
