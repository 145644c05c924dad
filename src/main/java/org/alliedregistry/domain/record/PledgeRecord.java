package org.alliedregistry.domain.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as recorded.
 *
 * @param statements in order of recording
 * @param pledgeStatements the same statements, as input of the fold
 */
public record PledgeRecord(
    Versions<Pledge> versions,
    List<Recorded<Statement>> statements,
    PledgeStatements pledgeStatements) {

  /** A pledge that counts in the whole that it names, if any. */
  static PledgeRecord of(
      int openingOrder, Versions<Pledge> history, List<Recorded<Statement>> statements) {
    return new PledgeRecord(
        history,
        List.copyOf(statements),
        PledgeStatements.of(
            openingOrder, history.latest(), statements.stream().map(Recorded::value).toList()));
  }

  /**
   * Sets the whole that the pledge counts in: the one that it names, or the whole of that one. The
   * second happens if a writer makes a pledge a part of a part without seeing that it is one.
   */
  PledgeRecord withWhole(@Nullable String whole) {
    return Objects.equals(effectiveWhole(), whole)
        ? this
        : new PledgeRecord(versions, statements, pledgeStatements.withWhole(whole));
  }

  /** The id of the whole that the pledge counts in; null if it is not a part. */
  public @Nullable String effectiveWhole() {
    return pledgeStatements.pledge().partOf();
  }

  public Pledge pledge() {
    return versions.latest();
  }

  public Optional<Recorded<Statement>> statement(String id) {
    return statements.stream().filter(s -> s.value().id().equals(id)).findFirst();
  }

  /** Whether every statement was voided. */
  public boolean isVoid() {
    return pledgeStatements.uncorrected().isEmpty();
  }

  /** The pledge as it was right after an entry; empty if it did not exist yet. */
  Optional<PledgeRecord> asOf(long sequence) {
    return versions
        .asOf(sequence)
        .map(
            then -> {
              var statement = Recorded.upTo(statements, sequence);
              return then == versions && statement.size() == statements.size()
                  ? this
                  : of(pledgeStatements.openingOrder(), then, statement);
            });
  }

  PledgeRecord with(Versions<Pledge> versions) {
    return of(pledgeStatements.openingOrder(), versions, statements);
  }

  PledgeRecord with(List<Recorded<Statement>> all) {
    return new PledgeRecord(
        versions,
        List.copyOf(all),
        pledgeStatements.with(all.stream().map(Recorded::value).toList()));
  }
}
