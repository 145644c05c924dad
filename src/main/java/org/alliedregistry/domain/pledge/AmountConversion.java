package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.quantity.ConvertedAmount;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Period;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.jspecify.annotations.Nullable;

/**
 * Converts what is stated of a pledge to intervals in the unit of account (docs/arithmetic.md, 2).
 *
 * @param period the period of the pledge
 * @param closed whether only stated numbers count: an unbounded high is closed to its low
 */
record AmountConversion(UnitOfAccount account, Period period, boolean closed) {

  AmountConversion onStatedNumbers() {
    return new AmountConversion(account, period, true);
  }

  /** Whether a planning factor or an exchange rate converts an amount. */
  boolean derives(ResolvedField<Quantity> amount) {
    return SaidQuantity.of(amount).filter(this::derives).isPresent();
  }

  /** Whether a factor or a rate converts a part, or the amount that it is all or some of. */
  boolean derives(ProgressOfAmount progress) {
    return progress.words().stream()
        .flatMap(ProgressOfAmount.Word::quantities)
        .anyMatch(this::derives);
  }

  private boolean derives(SaidQuantity said) {
    return account.derives(said.quantity(), said.saidOn());
  }

  private Optional<ConvertedAmount> converted(SaidQuantity said) {
    return account.convert(said.quantity(), said.saidOn(), period);
  }

  /** Whether the period of the pledge decides what a quantity amounts to. */
  boolean dependsOnPeriod(SaidQuantity said) {
    return account.dependsOnPeriod(said.quantity());
  }

  /** Whether nothing of a quantity counts in the year ({@link UnitOfAccount#isOutside}). */
  boolean isOutsidePeriod(SaidQuantity said) {
    return account.isOutside(said.quantity(), said.saidOn(), period);
  }

  /**
   * Whether a stated amount did not convert, or is only limited because its period is not known.
   */
  boolean isUnconverted(SourcedInterval amount) {
    return amount.issue() == AmountIssue.NO_PLANNING_FACTOR
        || (amount.isPeriodUnknown() && account.year() == null);
  }

  /**
   * Whether a quantity does not become an amount in the unit of account: nothing converts it, or it
   * is per year, is counted in all, and its period is not known.
   */
  boolean isUnconverted(SaidQuantity said) {
    return converted(said).map(c -> c.isPeriodUnknown() && account.year() == null).orElse(true);
  }

  /** A: the amount in effect. An unknown amount is from 0 to the ceiling of the whole. */
  SourcedInterval amount(ResolvedField<Quantity> stated, @Nullable Interval ceiling) {
    Optional<ConvertedAmount> converted = SaidQuantity.of(stated).flatMap(this::converted);
    if (converted.isEmpty()) {
      AmountIssue issue =
          stated.value() == null ? AmountIssue.UNQUANTIFIED : AmountIssue.NO_PLANNING_FACTOR;
      return bounded(SourcedInterval.of(Interval.UNBOUNDED, EvidenceGrade.OFFICIAL), ceiling)
          .withIssue(issue);
    }
    return bounded(sourced(converted.get(), stated.evidence()), ceiling);
  }

  private SourcedInterval sourced(ConvertedAmount amount, EvidenceGrade on) {
    SourcedInterval sourced =
        SourcedInterval.of(closed ? amount.onStatedNumbers() : amount.interval(), on);
    return amount.isPeriodUnknown() ? sourced.ofUnknownPeriod() : sourced;
  }

  /** Bounds an unbounded high: by the low if only stated numbers count, else by the ceiling. */
  private SourcedInterval bounded(SourcedInterval own, @Nullable Interval ceiling) {
    if (own.range().isBounded()) {
      return own;
    }
    if (closed) {
      return own.withHigh(own.range().low(), false);
    }
    return ceiling == null ? own : own.withHigh(ceiling.high(), true);
  }

  /**
   * The amount that has come so far; null if nobody speaks of it, or the only word is "expressly
   * none" (a stated 0 gives 0). Where both sides speak, it is from the smaller low to the greater
   * high.
   *
   * @param promise the promised amount. If the progress rests on weaker evidence than the promise,
   *     both its bounds are cut to the high of the promise
   */
  @Nullable SourcedInterval part(
      ProgressOfAmount progress, @Nullable Interval ceiling, ResolvedField<Quantity> promise) {
    if (progress.words().isEmpty()) {
      return null;
    }
    if (progress.words().size() == 1) {
      return side(progress.words().get(0), ceiling, promise);
    }
    return sides(progress, ceiling, promise).stream().reduce(SourcedInterval::hull).orElse(null);
  }

  /** The amount by the word of each side; "none" is 0. */
  List<SourcedInterval> sides(
      ProgressOfAmount progress, @Nullable Interval ceiling, ResolvedField<Quantity> promise) {
    return progress.words().stream()
        .map(word -> side(word, ceiling, promise))
        .map(own -> own == null ? SourcedInterval.NOTHING : own)
        .toList();
  }

  private @Nullable SourcedInterval side(
      ProgressOfAmount.Word word, @Nullable Interval ceiling, ResolvedField<Quantity> promise) {
    SourcedInterval own = part(word, ceiling);
    if (own == null || !promise.isSpoken() || !own.restsOnWeakerThan(promise.evidence())) {
      return own;
    }
    return own.atMost(new AmountConversion(account, period, false).amount(promise, ceiling));
  }

  /** The amount of one word: null, all, some, or the stated amount (docs/arithmetic.md, 2). */
  private @Nullable SourcedInterval part(ProgressOfAmount.Word word, @Nullable Interval ceiling) {
    Progress part = word.part().value();
    if (part == null) {
      return null;
    }
    EvidenceGrade on = word.part().evidence();
    SourcedInterval amount = amount(word.of(), ceiling);
    if (part instanceof Progress.All) {
      return amount.onEvidence(amount.lowEvidence().weaker(on), amount.highEvidence().weaker(on));
    }
    Optional<ConvertedAmount> counted = SaidQuantity.counted(word.part()).flatMap(this::converted);
    if (counted.isEmpty()) {
      return SourcedInterval.of(Interval.ZERO, on).top(fromZeroTo(amount, on));
    }
    SourcedInterval stated = sourced(counted.get(), on);
    if (stated.range().isBounded()) {
      return stated;
    }
    BigDecimal atLeast = counted.get().low();
    SourcedInterval floor = stated.withHigh(atLeast == null ? BigDecimal.ZERO : atLeast, false);
    return closed ? floor : floor.top(fromZeroTo(amount, on));
  }

  /** From 0 to the high of the amount: the range of a part whose amount is not stated. */
  private static SourcedInterval fromZeroTo(SourcedInterval amount, EvidenceGrade on) {
    return new SourcedInterval(
        new Interval(BigDecimal.ZERO, amount.range().high()),
        EvidenceGrade.OFFICIAL,
        amount.highEvidence().weaker(on),
        amount.issue(),
        amount.boundedByWhole(),
        amount.isPeriodUnknown());
  }
}
