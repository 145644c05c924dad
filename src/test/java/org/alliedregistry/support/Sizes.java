package org.alliedregistry.support;

import java.math.BigDecimal;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;

/** Amounts as they are said and intervals as they are counted; in troops unless a unit is given. */
public final class Sizes {

  private Sizes() {}

  public static Quantity troops(long amount) {
    return of(amount, "troops");
  }

  public static Quantity troops(String amount) {
    return new Quantity(new BigDecimal(amount), new BigDecimal(amount), "troops");
  }

  public static Quantity of(long amount, String unit) {
    return new Quantity(number(amount), number(amount), unit);
  }

  public static Quantity upTo(long amount) {
    return upTo(amount, "troops");
  }

  public static Quantity upTo(long amount, String unit) {
    return new Quantity(null, number(amount), unit);
  }

  public static Quantity atLeast(long amount) {
    return atLeast(amount, "troops");
  }

  public static Quantity atLeast(long amount, String unit) {
    return new Quantity(number(amount), null, unit);
  }

  public static Quantity between(long low, long high) {
    return new Quantity(number(low), number(high), "troops");
  }

  /** All of the amount in effect when it is said. */
  public static FieldValue<Progress> all() {
    return FieldValue.of(new Progress.All());
  }

  /** Some of it, not said how much. */
  public static FieldValue<Progress> some() {
    return FieldValue.of(new Progress.Some("troops"));
  }

  public static FieldValue<Progress> counted(Quantity quantity) {
    return FieldValue.of(new Progress.Counted(quantity));
  }

  public static Interval exactly(long amount) {
    return Interval.exactly(number(amount));
  }

  public static Interval exactly(String amount) {
    return Interval.exactly(new BigDecimal(amount));
  }

  public static Interval range(long low, long high) {
    return new Interval(number(low), number(high));
  }

  public static Interval range(String low, String high) {
    return new Interval(new BigDecimal(low), new BigDecimal(high));
  }

  /** At least so much, without an upper bound. */
  public static Interval from(long low) {
    return new Interval(number(low), null);
  }

  private static BigDecimal number(long amount) {
    return BigDecimal.valueOf(amount);
  }
}
