package org.alliedregistry.api.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.http.question.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a question is about. All criteria must hold.
 *
 * @param pledges whether it is about the statements on a pledge
 * @param weakest the weakest grade
 * @param positions empty = also statements without a position
 * @param side null = both
 * @param said the days on which it was said
 * @param recorded the instants at which it was recorded
 * @param superseded whether another statement corrects it; null = either
 * @param speaker words that the name or the office of the speaker must have
 * @param words words that its texts or the title of its pledge must have
 */
record StatementFilter(
    Predicate<Pledge> pledges,
    EvidenceGrade weakest,
    Set<Position> positions,
    @Nullable Side side,
    Range<LocalDate> said,
    Range<Instant> recorded,
    @Nullable Boolean superseded,
    SearchWords speaker,
    SearchWords words) {

  /**
   * Two bounds, both inclusive.
   *
   * @param from null = unbounded
   * @param to null = unbounded
   */
  record Range<T extends Comparable<? super T>>(@Nullable T from, @Nullable T to) {

    boolean contains(T value) {
      return (from == null || value.compareTo(from) >= 0)
          && (to == null || value.compareTo(to) <= 0);
    }
  }

  /** Whether the statement itself matches, without its pledge and the search. */
  boolean keeps(Recorded<Statement> recordedStatement) {
    Statement statement = recordedStatement.value();
    Attribution attribution = statement.attribution();
    return !attribution.evidence().isWeakerThan(weakest)
        && said.contains(attribution.saidOn())
        && (positions.isEmpty() || holdsPosition(statement.content().position()))
        && (side == null || statement.content().side() == side)
        && recorded.contains(recordedStatement.stamp().at());
  }

  private boolean holdsPosition(@Nullable Position position) {
    return position != null && positions.contains(position);
  }

  /** Whether its pledge matches, and the words are found. */
  boolean keeps(Statement statement, Pledge pledge) {
    return pledges.test(pledge)
        && speaker.areIn(statement.attribution().speaker())
        && words.missingIn(List.of(pledge.title())).missingIn(statement.texts()).isEmpty();
  }

  /** Whether it is corrected as asked. */
  boolean keepsSuperseded(boolean isSuperseded) {
    return superseded == null || superseded == isSuperseded;
  }
}
