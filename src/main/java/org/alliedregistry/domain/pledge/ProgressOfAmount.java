package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.StatementSelection;

/**
 * The part of a pledge that has come as far as a rung (docs/arithmetic.md, 2). Where donor and
 * recipient both speak at the deciding grade, the last word of each counts.
 *
 * @param part the part of the last of the words
 * @param words what each side said, as it counts: none if nobody speaks of it, else one or two.
 *     "Some" is replaced by the statement that gives its number
 * @param statements the last statement of each side that speaks of it, in their order: none, one or
 *     two. If there are two and only one word, that is the word of both
 */
public record ProgressOfAmount(
    ResolvedField<Progress> part, List<Word> words, List<Statement> statements) {

  /**
   * What one side said.
   *
   * @param part without a value if it is expressly none or not known; a stated 0 is a value
   * @param of the amount that it is a part of. For "all" that is the amount in effect when "all"
   *     was said, or else the first that takes effect later; otherwise it is the amount in effect
   *     now
   */
  public record Word(ResolvedField<Progress> part, ResolvedField<Quantity> of) {

    /** The stated quantity: its own, or the amount that it is all or some of. */
    Optional<SaidQuantity> quantity() {
      return quantities().findFirst();
    }

    /**
     * The stated quantities that decide it: its own, and the amount where it is all or some of it,
     * or at least its own.
     */
    Stream<SaidQuantity> quantities() {
      if (part.value() == null) {
        return Stream.empty();
      }
      Optional<SaidQuantity> own = SaidQuantity.counted(part);
      return own.isPresent() && own.get().quantity().high() != null
          ? own.stream()
          : Stream.concat(own.stream(), SaidQuantity.of(of).stream());
    }

    /** Whether a quantity is all that it says; else nothing of the quantity is certain. */
    private boolean isExactly(SaidQuantity quantity) {
      return part.value() instanceof Progress.All
          || SaidQuantity.counted(part).filter(quantity::equals).isPresent();
    }

    /** The first of its quantities that does not convert, in the unit in which it was said. */
    Optional<UnconvertedAmount> unconverted(Predicate<SaidQuantity> isUnconverted) {
      return quantities()
          .filter(isUnconverted)
          .findFirst()
          .map(
              found -> {
                Interval all = found.quantity().interval();
                return new UnconvertedAmount(
                    found.quantity(), isExactly(found) ? all : all.withLow(BigDecimal.ZERO));
              });
    }
  }

  private static final ProgressOfAmount NOT_SPOKEN_OF =
      new ProgressOfAmount(ResolvedField.absent(), List.of(), List.of());

  static ProgressOfAmount by(
      List<Statement> statements,
      Function<StatementContent, FieldValue<Progress>> field,
      ResolvedField<Quantity> amount) {
    Fold fold = new Fold(statements, field);
    if (!fold.isSpoken()) {
      return NOT_SPOKEN_OF;
    }
    List<Statement> deciding = fold.lastOfEachSide();
    boolean disputed = fold.isDisputed(deciding);
    List<Word> words = new ArrayList<>();
    for (Statement statement : fold.withoutVagueWord(deciding)) {
      Statement basis = fold.isSome(statement) ? fold.numberFor(statement) : statement;
      words.add(
          new Word(
              new ResolvedField<>(fold.said(basis), basis, disputed),
              fold.isAll(statement) ? amountThen(statements, statement) : amount));
    }
    return new ProgressOfAmount(words.get(words.size() - 1).part(), List.copyOf(words), deciding);
  }

  /** Whether each side that speaks says that all of it has come so far. */
  boolean isAll() {
    return !words.isEmpty()
        && words.stream().allMatch(word -> word.part().value() instanceof Progress.All);
  }

  /**
   * The amount in effect right after a statement, or else the first that takes effect later. It is
   * found in one pass: only a statement that is as strong as the one before can decide.
   */
  private static ResolvedField<Quantity> amountThen(
      List<Statement> statements, Statement statement) {
    int first = statements.indexOf(statement);
    EvidenceGrade strongest = EvidenceGrade.SPECULATIVE;
    boolean isStated = false;
    for (int i = 0; i < statements.size(); i++) {
      FieldValue<Quantity> amount = statements.get(i).content().amount();
      EvidenceGrade grade = statements.get(i).attribution().evidence();
      if (amount.isSpoken() && !grade.isWeakerThan(strongest)) {
        strongest = grade;
        isStated = amount.valueOrNull() != null;
      }
      if (isStated && i >= first) {
        return ResolvedField.by(statements.subList(0, i + 1), StatementContent::amount);
      }
    }
    return ResolvedField.by(statements, StatementContent::amount);
  }

  /** The fold of one field. */
  private record Fold(
      List<Statement> statements, Function<StatementContent, FieldValue<Progress>> field) {

    FieldValue<Progress> said(Statement statement) {
      return field.apply(statement.content());
    }

    /** Whether any statement speaks of the field; for most pledges none does. */
    boolean isSpoken() {
      for (Statement statement : statements) {
        if (said(statement).isSpoken()) {
          return true;
        }
      }
      return false;
    }

    boolean isSome(Statement statement) {
      return said(statement).valueOrNull() instanceof Progress.Some;
    }

    boolean isAll(Statement statement) {
      return said(statement).valueOrNull() instanceof Progress.All;
    }

    /** Of the strongest statements, the last of each side, in their order. */
    List<Statement> lastOfEachSide() {
      Map<Side, Statement> last = new EnumMap<>(Side.class);
      List<Statement> strongest = StatementSelection.strongest(statements, s -> said(s).isSpoken());
      strongest.forEach(s -> last.put(s.content().side(), s));
      return strongest.stream().filter(s -> last.get(s.content().side()) == s).toList();
    }

    /** If one side says "some" and the other says how much, only the other counts. */
    List<Statement> withoutVagueWord(List<Statement> deciding) {
      List<Statement> exact =
          deciding.stream().filter(s -> !isSome(s) && !isNone(said(s))).toList();
      return exact.isEmpty() || deciding.stream().noneMatch(this::isSome) ? deciding : exact;
    }

    /** Whether a weaker statement, or the other side, says otherwise. */
    boolean isDisputed(List<Statement> deciding) {
      EvidenceGrade grade = deciding.get(0).attribution().evidence();
      return deciding.stream()
          .anyMatch(
              decided ->
                  statements.stream()
                      .filter(
                          s ->
                              s.attribution().evidence().isWeakerThan(grade)
                                  || deciding.contains(s))
                      .anyMatch(s -> contradict(said(decided), said(s))));
    }

    private static boolean contradict(FieldValue<Progress> one, FieldValue<Progress> other) {
      if (!one.isSpoken() || !other.isSpoken()) {
        return false;
      }
      return one.valueOrNull() instanceof Progress.Some
          ? isNone(other)
          : other.valueOrNull() instanceof Progress.Some ? isNone(one) : !one.equals(other);
    }

    /**
     * The statement that gives the number for "some": the last of the strongest that state one
     * after the last "none"; "some" itself if there is none. A 0 of weaker evidence than "some" is
     * no "none".
     */
    Statement numberFor(Statement some) {
      EvidenceGrade grade = some.attribution().evidence();
      Map<EvidenceGrade, Statement> numbers = new EnumMap<>(EvidenceGrade.class);
      for (Statement statement : statements) {
        FieldValue<Progress> said = said(statement);
        EvidenceGrade on = statement.attribution().evidence();
        if (said instanceof FieldValue.ExplicitNull) {
          numbers.keySet().removeIf(other -> other == on || other.isWeakerThan(on));
        } else if (isNone(said) && !on.isWeakerThan(grade)) {
          numbers.clear();
        } else if (!isNone(said) && said.valueOrNull() instanceof Progress.Counted) {
          numbers.put(on, statement);
        }
      }
      return numbers.entrySet().stream()
          .reduce((a, b) -> a.getKey().isWeakerThan(b.getKey()) ? b : a)
          .map(Map.Entry::getValue)
          .orElse(some);
    }

    /** Whether it says that nothing has come so far. */
    private static boolean isNone(FieldValue<Progress> said) {
      if (said instanceof FieldValue.ExplicitNull) {
        return true;
      }
      if (said.valueOrNull() instanceof Progress.Counted counted) {
        BigDecimal high = counted.quantity().high();
        return high != null && high.signum() == 0;
      }
      return false;
    }
  }
}
