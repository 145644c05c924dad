package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.jspecify.annotations.Nullable;

/**
 * Converts what is stated of a pledge to intervals in the unit of account (docs/arithmetic.md, 2).
 *
 * @param closed whether only stated numbers count: an unbounded high is closed to its low
 */
record AmountConversion(UnitOfAccount account, boolean closed) {

  AmountConversion onStatedNumbers() {
    return new AmountConversion(account, true);
  }

  /** Whether a planning factor converts an amount. */
  boolean derives(ResolvedField<Quantity> amount) {
    return Stream.ofNullable(amount.value()).anyMatch(account::derives);
  }

  /** Whether a planning factor converts a part, or the amount that it is all or some of. */
  boolean derives(ProgressOfAmount progress) {
    return progress.words().stream()
        .flatMap(AmountConversion::quantitiesOf)
        .anyMatch(account::derives);
  }

  private static Stream<Quantity> quantitiesOf(ProgressOfAmount.Word word) {
    Progress part = word.part().value();
    if (part == null) {
      return Stream.empty();
    }
    Stream<Quantity> amount = Stream.ofNullable(word.of().value());
    if (part instanceof Progress.Counted counted) {
      Stream<Quantity> stated = Stream.of(counted.quantity());
      return counted.quantity().high() == null ? Stream.concat(stated, amount) : stated;
    }
    return amount;
  }

  /** A: the amount in effect. An unknown amount is from 0 to the ceiling of the whole. */
  SourcedInterval amount(ResolvedField<Quantity> stated, @Nullable Interval ceiling) {
    Quantity quantity = stated.value();
    Optional<Quantity> converted = quantity == null ? Optional.empty() : account.convert(quantity);
    if (converted.isEmpty()) {
      AmountIssue issue =
          quantity == null ? AmountIssue.UNQUANTIFIED : AmountIssue.NO_PLANNING_FACTOR;
      SourcedInterval open =
          bounded(SourcedInterval.of(Interval.UNBOUNDED, EvidenceGrade.OFFICIAL), ceiling);
      return new SourcedInterval(
          open.range(), open.lowEvidence(), open.highEvidence(), issue, open.boundedByWhole());
    }
    return bounded(SourcedInterval.of(converted.get().interval(), stated.evidence()), ceiling);
  }

  /** Bounds an unbounded high: by the low if only stated numbers count, else by the ceiling. */
  private SourcedInterval bounded(SourcedInterval own, @Nullable Interval ceiling) {
    if (own.range().isBounded()) {
      return own;
    }
    if (closed) {
      return new SourcedInterval(
          Interval.exactly(own.range().low()),
          own.lowEvidence(),
          own.highEvidence(),
          own.issue(),
          false);
    }
    return ceiling == null
        ? own
        : new SourcedInterval(
            own.range().withHigh(ceiling.high()),
            own.lowEvidence(),
            own.highEvidence(),
            own.issue(),
            true);
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
    return own.atMost(new AmountConversion(account, false).amount(promise, ceiling));
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
      return new SourcedInterval(
          amount.range(),
          amount.lowEvidence().weaker(on),
          amount.highEvidence().weaker(on),
          amount.issue(),
          amount.boundedByWhole());
    }
    Optional<Quantity> counted =
        part instanceof Progress.Counted stated
            ? account.convert(stated.quantity())
            : Optional.empty();
    if (counted.isPresent() && counted.get().high() != null) {
      return SourcedInterval.of(counted.get().interval(), on);
    }
    BigDecimal low = counted.map(q -> q.interval().low()).orElse(BigDecimal.ZERO);
    SourcedInterval floor = SourcedInterval.of(Interval.exactly(low), on);
    return closed && counted.isPresent() ? floor : floor.top(fromZeroTo(amount, on));
  }

  /** From 0 to the high of the amount: the range of a part whose amount is not stated. */
  private static SourcedInterval fromZeroTo(SourcedInterval amount, EvidenceGrade on) {
    return new SourcedInterval(
        new Interval(BigDecimal.ZERO, amount.range().high()),
        EvidenceGrade.OFFICIAL,
        amount.highEvidence().weaker(on),
        amount.issue(),
        amount.boundedByWhole());
  }
}
