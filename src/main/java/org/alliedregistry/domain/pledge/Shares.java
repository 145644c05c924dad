package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.quantity.Interval;

/**
 * Splits a joint amount by its shares. The low bound and the width are each split in whole units of
 * account by the largest remainder, ties by code. So the rows sum exactly, and no low exceeds its
 * high.
 */
public final class Shares {

  private Shares() {}

  public static SortedMap<String, Interval> split(
      Interval amount, SortedMap<String, BigDecimal> weights) {
    BigDecimal high = amount.high();
    Map<String, BigDecimal> lows = split(amount.low(), weights);
    Map<String, BigDecimal> widths =
        high == null ? Map.of() : split(high.subtract(amount.low()), weights);
    SortedMap<String, Interval> rows = new TreeMap<>();
    lows.forEach(
        (ally, low) ->
            rows.put(ally, new Interval(low, high == null ? null : low.add(widths.get(ally)))));
    return rows;
  }

  private static Map<String, BigDecimal> split(
      BigDecimal total, SortedMap<String, BigDecimal> weights) {
    BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    Map<String, BigInteger> remainders = new LinkedHashMap<>();
    int scale =
        total.scale() + weights.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
    BigInteger divisor = sum.movePointRight(scale).toBigIntegerExact();
    weights.forEach(
        (ally, weight) -> {
          BigInteger product = total.multiply(weight).movePointRight(scale).toBigIntegerExact();
          BigInteger[] quotient = product.divideAndRemainder(divisor);
          parts.put(ally, new BigDecimal(quotient[0]));
          remainders.put(ally, quotient[1]);
        });
    BigDecimal left =
        total.subtract(parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    for (String ally : byLargest(remainders)) {
      BigDecimal unit = left.min(BigDecimal.ONE);
      parts.merge(ally, unit, BigDecimal::add);
      left = left.subtract(unit);
    }
    return parts;
  }

  private static List<String> byLargest(Map<String, BigInteger> remainders) {
    return remainders.keySet().stream()
        .sorted(
            Comparator.comparing((String ally) -> remainders.get(ally))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
