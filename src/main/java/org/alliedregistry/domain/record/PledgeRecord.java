package org.alliedregistry.domain.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as recorded.
 *
 * @param statements in order of recording
 * @param dossier the same for the fold
 */
public record PledgeRecord(
    Versions<Pledge> history, List<Recorded<Statement>> statements, PledgeStatements dossier) {

  /** One that counts in the whole that it names, if any. */
  static PledgeRecord of(int age, Versions<Pledge> history, List<Recorded<Statement>> statements) {
    return new PledgeRecord(
        history,
        List.copyOf(statements),
        PledgeStatements.of(
            age, history.latest(), statements.stream().map(Recorded::value).toList()));
  }

  /**
   * The same in the whole that it counts in: its own, or the whole of that one where a writer who
   * could not see so made it a part of a part.
   */
  PledgeRecord rooted(@Nullable String whole) {
    return Objects.equals(root(), whole)
        ? this
        : new PledgeRecord(history, statements, dossier.inside(whole));
  }

  /** The whole that it counts in, null where it is none's part. */
  public @Nullable String root() {
    return dossier.pledge().partOf();
  }

  public Pledge pledge() {
    return history.latest();
  }

  public Optional<Recorded<Statement>> statement(String id) {
    return statements.stream().filter(s -> s.value().id().equals(id)).findFirst();
  }

  /** Whether nothing stands of what was said: every statement was voided. */
  public boolean isVoid() {
    return dossier.standing().isEmpty();
  }

  /** As it was right after an entry; empty where it was not yet. */
  Optional<PledgeRecord> asOf(long sequence) {
    return history
        .asOf(sequence)
        .map(
            then -> {
              var said = Recorded.upTo(statements, sequence);
              return then == history && said.size() == statements.size()
                  ? this
                  : of(dossier.age(), then, said);
            });
  }

  PledgeRecord with(Versions<Pledge> versions) {
    return of(dossier.age(), versions, statements);
  }

  PledgeRecord with(List<Recorded<Statement>> all) {
    return new PledgeRecord(
        history, List.copyOf(all), dossier.with(all.stream().map(Recorded::value).toList()));
  }
}
