package org.alliedregistry.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Statement;

/**
 * A pledge as recorded.
 *
 * @param statements in order of recording
 * @param dossier the same for the fold
 */
public record PledgeFile(
    History<Pledge> history, List<Stamped<Statement>> statements, Dossier dossier) {

  static PledgeFile of(History<Pledge> history, List<Stamped<Statement>> statements) {
    return new PledgeFile(
        history,
        List.copyOf(statements),
        Dossier.of(history.latest(), statements.stream().map(Stamped::value).toList()));
  }

  public Pledge pledge() {
    return history.latest();
  }

  public Optional<Stamped<Statement>> statement(String id) {
    return statements.stream().filter(s -> s.value().id().equals(id)).findFirst();
  }

  /** Whether nothing stands of what was said: every statement was voided. */
  public boolean isVoid() {
    return dossier.standing().isEmpty();
  }

  /** As it was right after an entry; empty where it was not yet. */
  Optional<PledgeFile> asOf(long sequence) {
    return history
        .asOf(sequence)
        .map(
            then -> {
              var said = Stamped.upTo(statements, sequence);
              return then == history && said.size() == statements.size() ? this : of(then, said);
            });
  }

  PledgeFile with(History<Pledge> versions) {
    return of(versions, statements);
  }

  PledgeFile with(Stamped<Statement> next) {
    List<Stamped<Statement>> all = new ArrayList<>(statements);
    all.add(next);
    return of(history, all);
  }
}
