package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Period;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a pledge by rung, in the unit of account (docs/arithmetic.md, 2): in place (I),
 * allocated (L), committed (C) and promised (A). The amount at each rung is the greater of what is
 * stated of it and the amount at the rung above.
 */
public final class AmountsByRung {

  private static final List<Rung> PROGRESS = List.of(Rung.COMMITTED, Rung.ALLOCATED, Rung.IN_PLACE);

  private final Terms terms;
  private final AmountConversion conversion;
  private final @Nullable PledgeState whole;
  private final SourcedInterval promised;
  private final List<SaidQuantity> scaled;
  private final Map<Rung, SourcedInterval> rungs = new EnumMap<>(Rung.class);

  private AmountsByRung(Terms terms, AmountConversion conversion, @Nullable PledgeState whole) {
    this.terms = terms;
    this.conversion = conversion;
    this.whole = whole;
    this.scaled = scaled(terms, conversion);
    this.promised = conversion.amount(terms.amount(), ceiling());
    compute();
  }

  /**
   * @param whole the state of its whole; null if it has none
   */
  public static AmountsByRung of(Terms terms, UnitOfAccount account, @Nullable PledgeState whole) {
    Period period = new Period(terms.availableFrom().value(), terms.availableUntil().value());
    return new AmountsByRung(terms, new AmountConversion(account, period, false), whole);
  }

  /** Closes every unbounded high to the low stated with it. */
  public AmountsByRung onStatedNumbers() {
    return new AmountsByRung(terms, conversion.onStatedNumbers(), whole);
  }

  private void compute() {
    Interval ceiling = ceiling();
    SourcedInterval inPlace =
        put(
            Rung.IN_PLACE,
            conversion.part(
                terms.inPlace(), ceilingIgnoringEnding(), terms.amountIgnoringEnding()));
    SourcedInterval allocated =
        put(
            Rung.ALLOCATED,
            top(conversion.part(terms.allocated(), ceiling, terms.amount()), inPlace));
    SourcedInterval committed =
        put(
            Rung.COMMITTED,
            top(conversion.part(terms.committed(), ceiling, terms.amount()), allocated));
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
    return conversion.amount(terms.amountIgnoringEnding(), null).range();
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

  /** Whether the period of the pledge, and no longer its first and last day, decides an amount. */
  public boolean dependsOnPeriod() {
    return !scaled.isEmpty();
  }

  /** Whether the period leaves nothing of any amount that it decides. */
  public boolean isOutsidePeriod() {
    return dependsOnPeriod() && scaled.stream().allMatch(conversion::isOutsidePeriod);
  }

  /** The stated quantities in effect that the period of the pledge decides; mostly none. */
  private static List<SaidQuantity> scaled(Terms terms, AmountConversion conversion) {
    List<SaidQuantity> scaled = new ArrayList<>(0);
    SaidQuantity.of(terms.amount()).filter(conversion::dependsOnPeriod).ifPresent(scaled::add);
    for (ProgressOfAmount progress :
        List.of(terms.committed(), terms.allocated(), terms.inPlace())) {
      for (ProgressOfAmount.Word word : progress.words()) {
        word.quantity().filter(conversion::dependsOnPeriod).ifPresent(scaled::add);
      }
    }
    return scaled;
  }

  /**
   * The stated quantity of a rung that does not convert to the unit of account; if that converts,
   * one of a higher rung that the amount at this rung rests on.
   */
  public Optional<UnconvertedAmount> unconverted(Rung rung) {
    Quantity amount = terms.amount().value();
    if (carries(rung) && amount != null) {
      if (conversion.isUnconverted(promised)) {
        return Optional.of(new UnconvertedAmount(amount, amount.interval()));
      }
      if (at(rung).filter(conversion::isUnconverted).isEmpty()) {
        return Optional.empty();
      }
    }
    return PROGRESS.stream()
        .filter(reached -> reached.compareTo(rung) >= 0)
        .flatMap(reached -> unconverted(progress(reached)).stream())
        .findFirst();
  }

  /** The last word that does not convert, with what all such words in its unit say. */
  private Optional<UnconvertedAmount> unconverted(ProgressOfAmount progress) {
    return progress.words().stream()
        .flatMap(word -> word.unconverted(conversion::isUnconverted).stream())
        .reduce((one, later) -> one.isInUnitOf(later) ? later.hull(one) : later);
  }

  private ProgressOfAmount progress(Rung rung) {
    return switch (rung) {
      case IN_PLACE -> terms.inPlace();
      case ALLOCATED -> terms.allocated();
      case CONSIDERING, PLEDGED, COMMITTED -> terms.committed();
    };
  }

  /** Whether a planning factor or an exchange rate converted an amount in effect. */
  public boolean isDerived() {
    return conversion.derives(terms.amount()) || progress().anyMatch(conversion::derives);
  }

  private Stream<ProgressOfAmount> progress() {
    return Stream.of(terms.committed(), terms.allocated(), terms.inPlace());
  }

  /** Whether only the whole limits a high bound. */
  boolean isBoundedByWhole() {
    return rungs.values().stream().anyMatch(SourcedInterval::boundedByWhole);
  }

  /** Whether donor and recipient say different amounts of what has come so far. */
  public boolean doSidesDiffer() {
    return PROGRESS.stream().flatMap(r -> bySides(r).stream()).anyMatch(StatedBySides::differ);
  }

  /** What donor and recipient say of a rung; empty unless both speak of it at the same grade. */
  public Optional<StatedBySides> bySides(Rung rung) {
    ProgressOfAmount progress = progress(rung);
    boolean isInPlace = rung == Rung.IN_PLACE;
    List<SourcedInterval> sides =
        conversion.sides(
            progress,
            isInPlace ? ceilingIgnoringEnding() : ceiling(),
            isInPlace ? terms.amountIgnoringEnding() : terms.amount());
    return StatedBySides.of(rung, progress.statements(), sides, amountAt(rung));
  }

  /** Whether an amount that counts rests on weaker evidence than the position. */
  public boolean hasWeakerAmount() {
    return terms.position().isSpoken()
        && rungs.values().stream().anyMatch(amount -> amount.restsOnWeakerThan(terms.evidence()));
  }

  /** Whether a number is promised that converts to the unit of account. */
  boolean isPromiseStated() {
    return promised.issue() == null;
  }

  /** Whether more is committed than is promised. */
  public boolean isOverFulfilled() {
    BigDecimal ceiling = promised.range().high();
    BigDecimal committed = amountAt(Rung.COMMITTED).high();
    return ceiling != null && (committed == null || committed.compareTo(ceiling) > 0);
  }
}
