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
 * The amounts of a pledge by rung, in the unit of account (docs/arithmetic.md, 1): I, L, C and A,
 * each rung the greater of what is said of it and of the rung above.
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
   * @param whole the whole this pledge is a part of as it stands, null if it is none
   */
  public static AmountsByRung of(Terms terms, UnitOfAccount account, @Nullable PledgeState whole) {
    return new AmountsByRung(terms, account, whole, false);
  }

  /** The same with every unbounded high closed to the low stated with it. */
  public AmountsByRung onStatedNumbers() {
    return new AmountsByRung(terms, account, whole, true);
  }

  private void compute() {
    Interval ceiling = ceiling();
    SourcedInterval inPlace = put(Rung.IN_PLACE, part(terms.inPlace(), ceilingWhateverEnded()));
    SourcedInterval allocated = put(Rung.ALLOCATED, top(part(terms.allocated(), ceiling), inPlace));
    SourcedInterval committed =
        put(Rung.COMMITTED, top(part(terms.committed(), ceiling), allocated));
    put(Rung.PLEDGED, top(carries(Rung.PLEDGED) ? promised : null, committed));
    put(Rung.CONSIDERING, top(carries(Rung.CONSIDERING) ? promised : null, committed));
  }

  /** What is promised of the whole: an open part of it is no more. */
  private @Nullable Interval ceiling() {
    return whole == null ? null : whole.ladder().promised();
  }

  /** The same for what is in place, which no refusal and no withdrawal touches. */
  private @Nullable Interval ceilingWhateverEnded() {
    return whole == null ? null : whole.ladder().promisedWhateverEnded();
  }

  /** A, whatever the position, and whatever ended. */
  Interval promisedWhateverEnded() {
    return amount(terms.amountWhateverEnded(), null).range();
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

  /** Whether the position alone carries the promised amount at this rung. */
  private boolean carries(Rung rung) {
    Position position = terms.positionOrNull();
    return (position == Position.PLEDGED && rung.compareTo(Rung.PLEDGED) <= 0)
        || (position == Position.CONSIDERING && rung == Rung.CONSIDERING);
  }

  /** A: the amount in effect; unknown is from nothing to whatever the whole allows. */
  private SourcedInterval amount(ResolvedField<Quantity> statement, @Nullable Interval ceiling) {
    Quantity quantity = statement.value();
    Optional<Quantity> converted = quantity == null ? Optional.empty() : account.convert(quantity);
    if (converted.isEmpty()) {
      AmountIssue doubt =
          quantity == null ? AmountIssue.UNQUANTIFIED : AmountIssue.NO_PLANNING_FACTOR;
      SourcedInterval open =
          within(ceiling, SourcedInterval.of(Interval.UNBOUNDED, EvidenceGrade.OFFICIAL));
      return new SourcedInterval(
          open.range(), open.lowEvidence(), open.highEvidence(), doubt, open.boundedByWhole());
    }
    return within(ceiling, SourcedInterval.of(converted.get().interval(), statement.evidence()));
  }

  private SourcedInterval within(@Nullable Interval ceiling, SourcedInterval own) {
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

  /** part(x): nothing, all, some, or what is counted of it. */
  private @Nullable SourcedInterval part(ProgressOfAmount portion, @Nullable Interval ceiling) {
    Progress part = portion.part().value();
    if (part == null) {
      return null;
    }
    EvidenceGrade on = portion.part().evidence();
    SourcedInterval amount = amount(portion.of(), ceiling);
    if (part instanceof Progress.All) {
      return new SourcedInterval(
          amount.range(),
          amount.lowEvidence().weaker(on),
          amount.highEvidence().weaker(on),
          amount.issue(),
          amount.boundedByWhole());
    }
    Optional<Quantity> counted =
        part instanceof Progress.Counted statement
            ? account.convert(statement.quantity())
            : Optional.empty();
    if (counted.isPresent() && counted.get().high() != null) {
      return SourcedInterval.of(counted.get().interval(), on);
    }
    BigDecimal low = counted.map(q -> q.interval().low()).orElse(BigDecimal.ZERO);
    SourcedInterval floor = SourcedInterval.of(Interval.exactly(low), on);
    return closed && counted.isPresent() ? floor : floor.top(ceilingOf(amount, on));
  }

  /** From nothing to the amount's high: what some of it may be. */
  private static SourcedInterval ceilingOf(SourcedInterval amount, EvidenceGrade on) {
    return new SourcedInterval(
        new Interval(BigDecimal.ZERO, amount.range().high()),
        EvidenceGrade.OFFICIAL,
        amount.highEvidence().weaker(on),
        amount.issue(),
        amount.boundedByWhole());
  }

  /** What stands at a rung; empty where nothing is said to have come so far. */
  public Optional<SourcedInterval> at(Rung rung) {
    return Optional.ofNullable(rungs.get(rung));
  }

  public Interval amountAt(Rung rung) {
    return at(rung).map(SourcedInterval::range).orElse(Interval.ZERO);
  }

  /** Whether it has come so far: a promise of nothing is a promise, nothing in place is not. */
  public boolean reaches(Rung rung) {
    return carries(rung) || !amountAt(rung).isZero();
  }

  public Optional<Rung> highest() {
    return Stream.of(Rung.IN_PLACE, Rung.ALLOCATED, Rung.COMMITTED, Rung.PLEDGED, Rung.CONSIDERING)
        .filter(this::reaches)
        .findFirst();
  }

  /** A, whatever the position. */
  public Interval promised() {
    return promised.range();
  }

  /** Whether a planning factor converted any amount in effect. */
  public boolean isDerived() {
    return Stream.concat(
            Stream.ofNullable(terms.amount().value()),
            Stream.of(terms.committed(), terms.allocated(), terms.inPlace())
                .flatMap(AmountsByRung::quantitiesOf))
        .anyMatch(account::derives);
  }

  /** The quantity a part states, or the amount it is all or some of. */
  private static Stream<Quantity> quantitiesOf(ProgressOfAmount portion) {
    Progress part = portion.part().value();
    if (part == null) {
      return Stream.empty();
    }
    Stream<Quantity> whatItIsPartOf = Stream.ofNullable(portion.of().value());
    if (part instanceof Progress.Counted statement) {
      Stream<Quantity> stated = Stream.of(statement.quantity());
      return statement.quantity().high() == null ? Stream.concat(stated, whatItIsPartOf) : stated;
    }
    return whatItIsPartOf;
  }

  /** Whether a high bound is only the whole's, in which this pledge lies. */
  boolean isBoundedByWhole() {
    return rungs.values().stream().anyMatch(SourcedInterval::boundedByWhole);
  }

  /** Whether more has come further than is promised. */
  public boolean isOverFulfilled() {
    BigDecimal ceiling = promised.range().high();
    BigDecimal committed = amountAt(Rung.COMMITTED).high();
    return ceiling != null && (committed == null || committed.compareTo(ceiling) > 0);
  }
}
