package org.alliedregistry.registry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as recorded.
 *
 * @param statements in order of recording
 * @param dossier the same for the fold
 */
public record PledgeFile(
    History<Pledge> history, List<Stamped<Statement>> statements, Dossier dossier) {

  /** One that counts in the whole that it names, if any. */
  static PledgeFile of(int age, History<Pledge> history, List<Stamped<Statement>> statements) {
    return new PledgeFile(
        history,
        List.copyOf(statements),
        Dossier.of(age, history.latest(), statements.stream().map(Stamped::value).toList()));
  }

  /**
   * The same in the whole that it counts in: its own, or the whole of that one where a writer who
   * could not see so made it a part of a part.
   */
  PledgeFile rooted(@Nullable String whole) {
    return Objects.equals(root(), whole)
        ? this
        : new PledgeFile(history, statements, dossier.inside(whole));
  }

  /** The whole that it counts in, null where it is none's part. */
  public @Nullable String root() {
    return dossier.pledge().partOf();
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
              return then == history && said.size() == statements.size()
                  ? this
                  : of(dossier.age(), then, said);
            });
  }

  PledgeFile with(History<Pledge> versions) {
    return of(dossier.age(), versions, statements);
  }

  PledgeFile with(List<Stamped<Statement>> all) {
    return new PledgeFile(
        history, List.copyOf(all), dossier.with(all.stream().map(Stamped::value).toList()));
  }
}
