package org.alliedregistry.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.ConditionFile;
import org.alliedregistry.reference.ConditionStatement;

/**
 * A condition as recorded.
 *
 * @param statements in order of recording
 */
public record ConditionRecord(
    History<Condition> history, List<Stamped<ConditionStatement>> statements, ConditionFile file) {

  static ConditionRecord of(
      History<Condition> history, List<Stamped<ConditionStatement>> statements) {
    return new ConditionRecord(
        history,
        List.copyOf(statements),
        ConditionFile.of(history.latest(), statements.stream().map(Stamped::value).toList()));
  }

  public Condition condition() {
    return history.latest();
  }

  public Optional<Stamped<ConditionStatement>> statement(String id) {
    return statements.stream().filter(s -> s.value().id().equals(id)).findFirst();
  }

  /** As it was right after an entry; empty where it was not yet. */
  Optional<ConditionRecord> asOf(long sequence) {
    return history
        .asOf(sequence)
        .map(
            then -> {
              var said = Stamped.upTo(statements, sequence);
              return then == history && said.size() == statements.size() ? this : of(then, said);
            });
  }

  ConditionRecord with(History<Condition> versions) {
    return of(versions, statements);
  }

  ConditionRecord with(Stamped<ConditionStatement> next) {
    List<Stamped<ConditionStatement>> all = new ArrayList<>(statements);
    all.add(next);
    return of(history, all);
  }
}
