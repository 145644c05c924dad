package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.declaration.Declaration;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.StatementSelection;

/**
 * A declaration as recorded.
 *
 * @param statements in order of recording; never empty
 * @param uncorrected the same statements, as input of the fold
 */
public record DeclarationRecord(
    List<Recorded<DeclarationStatement>> statements, List<DeclarationStatement> uncorrected) {

  static DeclarationRecord of(List<Recorded<DeclarationStatement>> statements) {
    return new DeclarationRecord(
        List.copyOf(statements),
        StatementSelection.uncorrected(statements.stream().map(Recorded::value).toList()));
  }

  public String id() {
    return statements.get(0).value().declaration();
  }

  public Declaration asOf(AsOf view) {
    return Declaration.of(id(), uncorrected, view);
  }

  /** Whether every statement was voided. */
  public boolean isVoid() {
    return uncorrected.isEmpty();
  }

  public Optional<Recorded<DeclarationStatement>> statement(String id) {
    return statements.stream().filter(s -> s.value().id().equals(id)).findFirst();
  }

  /** The declaration as it was right after an entry; empty if it did not exist yet. */
  Optional<DeclarationRecord> asOf(long sequence) {
    List<Recorded<DeclarationStatement>> then = Recorded.upTo(statements, sequence);
    return then.isEmpty()
        ? Optional.empty()
        : Optional.of(then.size() == statements.size() ? this : of(then));
  }

  DeclarationRecord with(Recorded<DeclarationStatement> next) {
    List<Recorded<DeclarationStatement>> all = new ArrayList<>(statements);
    all.add(next);
    return next.value().attribution().corrects() == null
        ? new DeclarationRecord(
            List.copyOf(all), StatementSelection.uncorrected(uncorrected, next.value()))
        : of(all);
  }
}
