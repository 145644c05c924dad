package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.ConditionStatements;

/**
 * A condition as recorded.
 *
 * @param statements in order of recording
 * @param conditionStatements the same statements, as input of the fold
 */
public record ConditionRecord(
    Versions<Condition> versions,
    List<Recorded<ConditionStatement>> statements,
    ConditionStatements conditionStatements) {

  static ConditionRecord of(
      Versions<Condition> history, List<Recorded<ConditionStatement>> statements) {
    return new ConditionRecord(
        history,
        List.copyOf(statements),
        ConditionStatements.of(
            history.latest(), statements.stream().map(Recorded::value).toList()));
  }

  public Condition condition() {
    return versions.latest();
  }

  public Optional<Recorded<ConditionStatement>> statement(String id) {
    return statements.stream().filter(s -> s.value().id().equals(id)).findFirst();
  }

  /** The condition as it was right after an entry; empty if it did not exist yet. */
  Optional<ConditionRecord> asOf(long sequence) {
    return versions
        .asOf(sequence)
        .map(
            then -> {
              var statement = Recorded.upTo(statements, sequence);
              return then == versions && statement.size() == statements.size()
                  ? this
                  : of(then, statement);
            });
  }

  ConditionRecord with(Versions<Condition> versions) {
    return of(versions, statements);
  }

  ConditionRecord with(Recorded<ConditionStatement> next) {
    List<Recorded<ConditionStatement>> all = new ArrayList<>(statements);
    all.add(next);
    return of(versions, all);
  }
}
