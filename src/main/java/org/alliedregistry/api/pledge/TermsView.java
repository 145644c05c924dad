package org.alliedregistry.api.pledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.pledge.AmountsByRung;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.PledgeStatus;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.Terms;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStates;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.recording.ProgressBody;
import org.alliedregistry.recording.QuantityBody;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The current terms of a pledge in answers. */
@Schema(
    name = "Terms",
    description =
        "The terms that follow from the statements that count. amount to inPlace are as said,"
            + " amounts are computed. basis names the statement that decides each field, its grade and its day.")
public record TermsView(
    @Schema(description = "How far the promise has come on the day of the question.")
        PledgeStatus status,
    @Schema(
            description =
                "What is in place ÷ what is promised, from 0 to 1, truncated to four decimals. low: the"
                    + " certain ÷ the possible promise; high: the possible ÷ the certain promise. Null if"
                    + " the promise has no upper limit or is 0, after a refusal or a withdrawal, or if the pledge has a quantity per year.")
        @Nullable IntervalView fulfilled,
    @Schema(description = "The day of the first statement that counts. Null if none does.")
        @Nullable LocalDate firstSaidOn,
    @Schema(description = "The day of the last statement that counts. Null if none does.")
        @Nullable LocalDate lastSaidOn,
    @Schema(description = "Who stated the position, with the office.") @Nullable String saidBy,
    @Schema(description = "The source of the position.") @Nullable SourceBody source,
    @Schema(description = "The day by which all of it is promised to be in place or delivered.")
        @Nullable LocalDate dueOn,
    @Schema(description = "The last day, as availableUntil.") @Nullable LocalDate expiresOn,
    @Nullable Position position,
    @Schema(description = "The highest rung that a part of the pledge has reached.")
        @Nullable Rung rung,
    @Nullable QuantityBody amount,
    @Nullable String wording,
    @Nullable ProgressBody committed,
    @Nullable ProgressBody allocated,
    @Nullable ProgressBody inPlace,
    AmountsView amounts,
    List<ConditionState> conditions,
    List<String> caveats,
    @Nullable PlaceOfEmployment place,
    @Nullable LocalDate availableFrom,
    @Nullable LocalDate availableUntil,
    @Nullable Integer daysToInPlace,
    @Schema(description = "The evidence grade of the position. Null if no statement counts.")
        @Nullable EvidenceGrade evidence,
    @Schema(description = "Whether a weaker statement that counts says otherwise.")
        boolean disputed,
    @Schema(description = "What is unusual about the terms, in alphabetical order.")
        List<Flag> flags,
    Map<String, BasisView> basis) {

  /** A condition of the pledge, its state for the allies, and the statement that set it. */
  @Schema(name = "PledgeCondition")
  public record ConditionState(String code, Condition.State state, String basis) {}

  /** Notes on terms that may surprise. */
  public enum Flag {
    /** The wording was said on a later day than the amount that stands beside it. */
    AMOUNT_BEFORE_WORDING,
    /** The last day is over. */
    EXPIRED,
    /** The day by which it was due is over, and not all of it is in place. */
    OVERDUE,
    /** More is committed than is promised. */
    OVER_FULFILLED,
    /** Donor and recipient say different amounts of what has come so far. */
    SIDES_DIFFER,
    /** No statement repeats the promise for more than the days asked for. */
    STALE,
    /** An amount rests on weaker evidence than the position. */
    WEAKER_AMOUNT
  }

  /**
   * @param day the day of the question
   * @param staleAfter the days after which a promise is STALE
   */
  static TermsView of(
      PledgeState state, ConditionStates conditions, String unit, LocalDate day, int staleAfter) {
    Terms terms = state.terms();
    AmountsByRung amounts = state.amounts();
    Statement word = terms.position().basis();
    return new TermsView(
        PledgeStatus.of(state, day),
        IntervalView.ofNullable(PledgeStatus.fulfilled(state)),
        state.firstSaidOn(),
        state.lastSaidOn(),
        word == null ? null : word.attribution().speaker(),
        word == null ? null : SourceBody.of(word.attribution().source()),
        terms.dueOn().value(),
        terms.availableUntil().value(),
        terms.positionOrNull(),
        amounts.highest().orElse(null),
        QuantityBody.of(terms.amount().value()),
        terms.wording().value(),
        ProgressBody.of(terms.committed().part().value()),
        ProgressBody.of(terms.allocated().part().value()),
        ProgressBody.of(terms.inPlace().part().value()),
        AmountsView.of(unit, state.isDerived(), amounts::amountAt),
        conditions(state, conditions),
        List.copyOf(terms.caveats().codes().keySet()),
        terms.place().value(),
        terms.availableFrom().value(),
        terms.availableUntil().value(),
        terms.daysToInPlace().value(),
        terms.position().isSpoken() ? terms.evidence() : null,
        terms.disputed(),
        flags(state, day, staleAfter),
        basis(terms));
  }

  private static List<Flag> flags(PledgeState state, LocalDate day, int staleAfter) {
    Map<Flag, Boolean> holds = new EnumMap<>(Flag.class);
    holds.put(Flag.AMOUNT_BEFORE_WORDING, state.terms().isAmountBeforeWording());
    holds.put(Flag.EXPIRED, state.isExpiredOn(day));
    holds.put(Flag.OVERDUE, state.isOverdueOn(day));
    holds.put(Flag.OVER_FULFILLED, state.amounts().isOverFulfilled());
    holds.put(Flag.SIDES_DIFFER, state.amounts().doSidesDiffer());
    holds.put(Flag.STALE, state.isStaleOn(day, staleAfter));
    holds.put(Flag.WEAKER_AMOUNT, state.amounts().hasWeakerAmount());
    return holds.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  private static List<ConditionState> conditions(PledgeState state, ConditionStates conditions) {
    List<ConditionState> states = new ArrayList<>();
    state
        .terms()
        .conditions()
        .codes()
        .forEach(
            (code, statement) ->
                states.add(
                    new ConditionState(
                        code, conditions.state(code, state.pledge().allies()), statement.id())));
    return states;
  }

  /** Field → the statement that decides it. */
  public static Map<String, BasisView> basis(Terms terms) {
    Map<String, @Nullable Statement> deciding = new LinkedHashMap<>();
    deciding.put("position", terms.position().basis());
    deciding.put("amount", terms.amount().basis());
    deciding.put("wording", terms.wording().basis());
    deciding.put("committed", terms.committed().part().basis());
    deciding.put("allocated", terms.allocated().part().basis());
    deciding.put("inPlace", terms.inPlace().part().basis());
    deciding.put("conditions", terms.conditions().basis());
    deciding.put("caveats", terms.caveats().basis());
    deciding.put("place", terms.place().basis());
    deciding.put("availableFrom", terms.availableFrom().basis());
    deciding.put("availableUntil", terms.availableUntil().basis());
    deciding.put("daysToInPlace", terms.daysToInPlace().basis());
    deciding.put("dueOn", terms.dueOn().basis());
    Map<String, BasisView> basis = new LinkedHashMap<>();
    deciding.forEach(
        (field, statement) -> {
          if (statement != null) {
            basis.put(field, BasisView.of(statement));
          }
        });
    return basis;
  }
}
