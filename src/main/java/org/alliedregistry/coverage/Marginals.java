package org.alliedregistry.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.reference.ConditionBook;
import org.jspecify.annotations.Nullable;

/**
 * What each ally and each open condition makes of one requirement's count, the most first
 * (docs/arithmetic.md, 9).
 */
public record Marginals(
    Requirement requirement,
    String unitOfAccount,
    Interval counted,
    List<OfAlly> allies,
    List<OfCondition> conditions) {

  /** What is lost without one ally, all else as asked. */
  public record OfAlly(String ally, Difference lost, Verdict verdictWithout) {}

  /** What is gained if one open condition is met for all, all else as asked. */
  public record OfCondition(String code, Difference unlocks, Verdict verdictWith) {}

  /** The marginals of every requirement of the question's baseline. */
  public static List<Marginals> of(CoverageQuery query, Landscape landscape) {
    ConditionBook book =
        ConditionBook.of(landscape.conditions(), query.view(), query.assumptions());
    return query.baseline().requirements().stream()
        .map(requirement -> new Margin(new Rules(query, requirement, book), landscape).marginals())
        .toList();
  }

  /** A family and what it counts to as asked. */
  private record Counted(Family family, Interval counted) {}

  /** One requirement's families, and what they count to under the rules as asked. */
  private static final class Margin {

    private final Rules rules;
    private final List<Counted> families = new ArrayList<>();
    private final String unitOfAccount;
    private final Interval counted;
    private final @Nullable BigDecimal required;

    Margin(Rules rules, Landscape landscape) {
      CoverageQuery query = rules.query();
      Requirement requirement = rules.requirement();
      this.rules = rules;
      for (Family family :
          Family.of(
              landscape.standings(
                  requirement.capability(),
                  query.view(),
                  landscape.accountOf(requirement, query.baseline())))) {
        families.add(new Counted(family, family.counted(rules)));
      }
      this.unitOfAccount = landscape.capabilityOf(requirement).unitOfAccount();
      this.counted = recounted(family -> false, rules);
      this.required =
          query
              .baseline()
              .requiredInAccount(requirement, landscape.capabilityOf(requirement))
              .orElse(null);
    }

    Marginals marginals() {
      return new Marginals(
          rules.requirement(),
          unitOfAccount,
          score(counted).counted(),
          contributors().stream().map(this::without).sorted(MOST_LOST).toList(),
          open().stream().map(this::with).sorted(MOST_UNLOCKED).toList());
    }

    private Score score(Interval amount) {
      return Score.of(amount, required, rules.query().rotation());
    }

    /** The allies asked about that have a pledge in a family that counts for something. */
    private SortedSet<String> contributors() {
      SortedSet<String> allies = new TreeSet<>();
      for (Counted each : families) {
        if (!each.counted().isZero()) {
          each.family().members().stream()
              .filter(rules::asksAbout)
              .flatMap(standing -> standing.pledge().allies().stream())
              .filter(rules.query().allies()::keeps)
              .forEach(allies::add);
        }
      }
      return allies;
    }

    private SortedSet<String> open() {
      SortedSet<String> open = new TreeSet<>();
      for (Counted each : families) {
        each.family().members().stream()
            .filter(rules::asksAbout)
            .map(s -> rules.assess(s, s.ladder(), rules.query().rung()))
            .forEach(assessment -> open.addAll(assessment.open()));
      }
      return open;
    }

    private OfAlly without(String ally) {
      Rules others = rules.keeping(rules.query().allies().andWithout(ally));
      Score left = score(recounted(family -> family.involves(ally), others));
      return new OfAlly(
          ally, Difference.between(left.counted(), score(counted).counted()), left.verdict());
    }

    private OfCondition with(String code) {
      Rules met = rules.under(rules.conditions().andMet(code));
      Score then = score(recounted(family -> family.isUnder(code), met));
      return new OfCondition(
          code, Difference.between(score(counted).counted(), then.counted()), then.verdict());
    }

    /** The count with only those families under other rules. */
    private Interval recounted(Predicate<Family> which, Rules others) {
      Tally tally = new Tally();
      for (Counted each : families) {
        tally.add(which.test(each.family()) ? each.family().counted(others) : each.counted());
      }
      return tally.total();
    }
  }

  private static final Comparator<Difference> MOST =
      Comparator.comparing(Difference::low)
          .thenComparing(
              Difference::high, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
          .reversed();
  private static final Comparator<OfAlly> MOST_LOST = by(OfAlly::lost).thenComparing(OfAlly::ally);
  private static final Comparator<OfCondition> MOST_UNLOCKED =
      by(OfCondition::unlocks).thenComparing(OfCondition::code);

  private static <T> Comparator<T> by(Function<T, Difference> difference) {
    return Comparator.comparing(difference, MOST);
  }
}
