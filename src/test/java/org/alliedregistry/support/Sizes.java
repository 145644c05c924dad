package org.alliedregistry.support;

import java.math.BigDecimal;
import org.alliedregistry.pledge.Part;
import org.alliedregistry.pledge.Said;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.quantity.Quantity;

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
  public static Said<Part> all() {
    return Said.of(new Part.All());
  }

  /** Some of it, not said how much. */
  public static Said<Part> some() {
    return Said.of(new Part.Some("troops"));
  }

  public static Said<Part> counted(Quantity quantity) {
    return Said.of(new Part.Counted(quantity));
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
