package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a pledge by rung, in the unit of account (docs/arithmetic.md, 2): in place (I),
 * allocated (L), committed (C) and promised (A). The amount at each rung is the greater of what is
 * stated of it and the amount at the rung above.
 */
public final class AmountsByRung {

  private final Terms terms;
  private final UnitOfAccount account;
  private final @Nullable PledgeState whole;
  private final boolean closed;
  private final SourcedInterval promised;
  private final Map<Rung, SourcedInterval> rungs = new EnumMap<>(Rung.class);

  private AmountsByRung(
      Terms terms, UnitOfAccount account, @Nullable PledgeState whole, boolean closed) {
    this.terms = terms;
    this.account = account;
    this.whole = whole;
    this.closed = closed;
    this.promised = amount(terms.amount(), ceiling());
    compute();
  }

  /**
   * @param whole the state of its whole; null if it has none
   */
  public static AmountsByRung of(Terms terms, UnitOfAccount account, @Nullable PledgeState whole) {
    return new AmountsByRung(terms, account, whole, false);
  }

  /** Closes every unbounded high to the low stated with it. */
  public AmountsByRung onStatedNumbers() {
    return new AmountsByRung(terms, account, whole, true);
  }

  private void compute() {
    Interval ceiling = ceiling();
    SourcedInterval inPlace = put(Rung.IN_PLACE, part(terms.inPlace(), ceilingIgnoringEnding()));
    SourcedInterval allocated = put(Rung.ALLOCATED, top(part(terms.allocated(), ceiling), inPlace));
    SourcedInterval committed =
        put(Rung.COMMITTED, top(part(terms.committed(), ceiling), allocated));
    put(Rung.PLEDGED, top(carries(Rung.PLEDGED) ? promised : null, committed));
    put(Rung.CONSIDERING, top(carries(Rung.CONSIDERING) ? promised : null, committed));
  }

  /** The amount promised of the whole: a part whose high is unbounded is at most this. */
  private @Nullable Interval ceiling() {
    return whole == null ? null : whole.amounts().ceilingOfParts();
  }

  /** The ceiling for what is in place, which no refusal and no withdrawal changes. */
  private @Nullable Interval ceilingIgnoringEnding() {
    return whole == null ? null : whole.amounts().promisedIgnoringEnding();
  }

  /**
   * The amount within which a part lies. A whole that ended, and states no amount since, has the
   * amount from before: a withdrawal never raises what is possible.
   */
  Interval ceilingOfParts() {
    return terms.amount().isSpoken() ? promised() : promisedIgnoringEnding();
  }

  /** A at any position, as if no refusal and no withdrawal had been stated. */
  Interval promisedIgnoringEnding() {
    return amount(terms.amountIgnoringEnding(), null).range();
  }

  private @Nullable SourcedInterval put(Rung rung, @Nullable SourcedInterval figure) {
    if (figure != null) {
      rungs.put(rung, figure);
    }
    return figure;
  }

  private static @Nullable SourcedInterval top(
      @Nullable SourcedInterval a, @Nullable SourcedInterval b) {
    return a == null ? b : b == null ? a : a.top(b);
  }

  /** Whether the promised amount counts at this rung because of the position alone. */
  private boolean carries(Rung rung) {
    Position position = terms.positionOrNull();
    return (position == Position.PLEDGED && rung.compareTo(Rung.PLEDGED) <= 0)
        || (position == Position.CONSIDERING && rung == Rung.CONSIDERING);
  }

  /** A: the amount in effect. An unknown amount is from 0 to the ceiling of the whole. */
  private SourcedInterval amount(ResolvedField<Quantity> stated, @Nullable Interval ceiling) {
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
   * The amount that has come so far: null, all, some, or the stated amount (docs/arithmetic.md, 2).
   */
  private @Nullable SourcedInterval part(ProgressOfAmount progress, @Nullable Interval ceiling) {
    Progress part = progress.part().value();
    if (part == null) {
      return null;
    }
    EvidenceGrade on = progress.part().evidence();
    SourcedInterval amount = amount(progress.of(), ceiling);
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
    return closed && counted.isPresent() ? floor : floor.top(ceilingOf(amount, on));
  }

  /** From 0 to the high of the amount: the range of a part whose amount is not stated. */
  private static SourcedInterval ceilingOf(SourcedInterval amount, EvidenceGrade on) {
    return new SourcedInterval(
        new Interval(BigDecimal.ZERO, amount.range().high()),
        EvidenceGrade.OFFICIAL,
        amount.highEvidence().weaker(on),
        amount.issue(),
        amount.boundedByWhole());
  }

  /** The amount at a rung; empty if no statement says that any of it has come so far. */
  public Optional<SourcedInterval> at(Rung rung) {
    return Optional.ofNullable(rungs.get(rung));
  }

  public Interval amountAt(Rung rung) {
    return at(rung).map(SourcedInterval::range).orElse(Interval.ZERO);
  }

  /**
   * Whether the pledge has reached a rung. A promise of 0 is a promise; 0 in place is not in place.
   */
  public boolean reaches(Rung rung) {
    return carries(rung) || !amountAt(rung).isZero();
  }

  public Optional<Rung> highest() {
    return Stream.of(Rung.IN_PLACE, Rung.ALLOCATED, Rung.COMMITTED, Rung.PLEDGED, Rung.CONSIDERING)
        .filter(this::reaches)
        .findFirst();
  }

  /** A at any position. */
  public Interval promised() {
    return promised.range();
  }

  /** Whether a planning factor converted an amount in effect. */
  public boolean isDerived() {
    return Stream.concat(
            Stream.ofNullable(terms.amount().value()),
            Stream.of(terms.committed(), terms.allocated(), terms.inPlace())
                .flatMap(AmountsByRung::quantitiesOf))
        .anyMatch(account::derives);
  }

  /** The stated quantity of a part, or the amount that it is all or some of. */
  private static Stream<Quantity> quantitiesOf(ProgressOfAmount progress) {
    Progress part = progress.part().value();
    if (part == null) {
      return Stream.empty();
    }
    Stream<Quantity> amount = Stream.ofNullable(progress.of().value());
    if (part instanceof Progress.Counted counted) {
      Stream<Quantity> stated = Stream.of(counted.quantity());
      return counted.quantity().high() == null ? Stream.concat(stated, amount) : stated;
    }
    return amount;
  }

  /** Whether only the whole limits a high bound. */
  boolean isBoundedByWhole() {
    return rungs.values().stream().anyMatch(SourcedInterval::boundedByWhole);
  }

  /** Whether more is committed than is promised. */
  public boolean isOverFulfilled() {
    BigDecimal ceiling = promised.range().high();
    BigDecimal committed = amountAt(Rung.COMMITTED).high();
    return ceiling != null && (committed == null || committed.compareTo(ceiling) > 0);
  }
}
