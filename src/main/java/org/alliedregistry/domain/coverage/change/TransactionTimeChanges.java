package org.alliedregistry.domain.coverage.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.jspecify.annotations.Nullable;

/**
 * Computes how the count of one requirement changed from entry to entry of the ledger, as of one
 * day: by new statements, by corrections, and by new versions of the baseline and of the exchange
 * rates.
 */
final class TransactionTimeChanges {

  private final CoverageQuery query;
  private final String code;
  private final Map<String, Capability> capabilities;
  private final Map<String, PledgeStatements> pledges;
  private final Map<String, ConditionStatements> conditions;
  private final List<Changes.Step> steps = new ArrayList<>();
  private final WorkLimit limit;
  private Map<String, ExchangeRates> exchangeRates;
  private @Nullable Baseline baseline;
  private final CountedAndStated before;
  private @Nullable IncrementalCount count;

  /**
   * @param code the code of the requirement
   * @param first the baseline at the start; null if there was none, so nothing was required
   * @param start the input at the start
   */
  TransactionTimeChanges(
      CoverageQuery query,
      String code,
      @Nullable Baseline first,
      CoverageInput start,
      WorkLimit limit) {
    this.query = query;
    this.code = code;
    this.limit = limit;
    this.capabilities = start.capabilities();
    this.pledges = new LinkedHashMap<>(start.pledges());
    this.conditions = new LinkedHashMap<>(start.conditions());
    this.exchangeRates = start.exchangeRates();
    this.baseline = first;
    this.count = recount();
    this.before = total();
  }

  /** The changes so far. */
  Changes changes() {
    return new Changes(code, before, total(), List.copyOf(steps));
  }

  private CountedAndStated total() {
    return count == null ? CountedAndStated.ZERO : count.total();
  }

  /** Applies one event. */
  void step(RecordEvent.EventEffect effect) {
    CountedAndStated from = total();
    IncrementalCount earlier = count;
    if (earlier != null) {
      earlier.mark();
    }
    apply(effect.change());
    Changes.Step step =
        new Changes.Step(effect.event(), from, total(), hasOtherUnquantified(earlier));
    if (step.changesAnything()) {
      limit.spend(Changes.WORK_PER_STEP);
      steps.add(step);
    }
  }

  /** Whether other pledges count without a number than before the step. */
  private boolean hasOtherUnquantified(@Nullable IncrementalCount earlier) {
    IncrementalCount now = count;
    if (now == earlier) {
      return now != null && now.hasOtherUnquantified();
    }
    Set<String> before = earlier == null ? Set.of() : earlier.unquantified();
    return !before.equals(now == null ? Set.of() : now.unquantified());
  }

  private void apply(RecordChange change) {
    if (change instanceof RecordChange.OfPledge pledge) {
      pledge.pledges().forEach(this::apply);
    } else if (change instanceof RecordChange.OfCondition condition) {
      conditions.put(condition.statements().condition().code(), condition.statements());
      if (count != null) {
        count.update(condition.statements());
      }
    } else if (change instanceof RecordChange.OfBaseline version) {
      baseline = version.baseline();
      count = recount();
    } else if (change instanceof RecordChange.OfExchangeRates version) {
      boolean areRatesDifferent =
          count != null && count.areRatesDifferent(exchangeRates, version.rates());
      exchangeRates = version.rates();
      count = areRatesDifferent ? recount() : count;
    }
  }

  private void apply(PledgeStatements statements) {
    pledges.put(statements.pledge().id(), statements);
    if (count != null && count.isAbout(statements.pledge())) {
      count.update(statements);
    }
  }

  /** Counts everything again; null if the baseline has no such requirement. */
  private @Nullable IncrementalCount recount() {
    if (baseline == null) {
      return null;
    }
    CoverageQuery against = query.withBaseline(baseline);
    return baseline.requirements().stream()
        .filter(requirement -> requirement.code().equals(code))
        .findFirst()
        .map(requirement -> countOf(against, requirement))
        .orElse(null);
  }

  private IncrementalCount countOf(CoverageQuery against, Requirement requirement) {
    limit.spend(pledges.size());
    CoverageInput known = CoverageInput.of(capabilities, pledges, conditions, exchangeRates);
    return new IncrementalCount(
        against, requirement, known, against.day(), against.view().validAt(), limit);
  }
}
