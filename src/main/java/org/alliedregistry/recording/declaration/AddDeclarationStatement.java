package org.alliedregistry.recording.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alliedregistry.domain.declaration.Declaration;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.record.DeclarationRecord;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.domain.reference.StatementSelection;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.recording.reference.CorrectionTarget;

/**
 * Adds a statement on a declaration, or corrects one. The first statement opens the declaration.
 *
 * @param declaration the id of the declaration
 * @param opens whether it is the first statement
 * @param id the id of the new statement
 */
public record AddDeclarationStatement(
    String declaration, boolean opens, ParsedBody<NewDeclarationStatement> sent, String id)
    implements WriteCommand {

  /** The most statements on one declaration. */
  static final int MOST_STATEMENTS = 1000;

  @Override
  public List<EntryContent> decide(RegistrySnapshot seen) {
    Optional<DeclarationRecord> record =
        opens ? Optional.empty() : Optional.of(DeclarationLookup.in(seen, declaration));
    List<DeclarationStatement> recorded =
        record.stream().flatMap(r -> r.statements().stream()).map(Recorded::value).toList();
    NewDeclarationStatement body = sent.body();
    Violations violations = sent.faultsSoFar();
    violations.addIf(
        recorded.size() >= MOST_STATEMENTS,
        "",
        "has the most statements, 1,000. Record another declaration");
    Attribution target = CorrectionTarget.target(body.corrects(), recorded, "", violations);
    DeclarationStatement corrected =
        recorded.stream().filter(s -> s.id().equals(body.corrects())).findFirst().orElse(null);
    DeclarationStatement statement =
        body.toStatement(id, declaration, corrected, target, seen.allies().keySet(), violations);
    if (statement != null) {
      refuseHiding(statement, corrected == null ? statement : corrected, violations);
      refuseWithoutTitle(statement, recorded, violations);
      refuseMoreNamed(statement, recorded, violations);
    }
    violations.refuseIfAny(ProblemException::ofBody);
    return List.of(
        new EntryContent.DeclarationStatementRecorded(Objects.requireNonNull(statement)));
  }

  /** An ALLIES_ONLY statement names its readers, and keeps those of the statement it corrects. */
  private static void refuseHiding(
      DeclarationStatement statement, DeclarationStatement corrected, Violations violations) {
    if (statement.attribution().releasability() != Releasability.ALLIES_ONLY) {
      return;
    }
    violations.addIf(
        statement.named().isEmpty(),
        "/releasability",
        statement.attribution().isVoid()
            ? "the voided statement names nobody who may see it. Send COALITION or PUBLIC"
            : "ALLIES_ONLY needs allies who may see it. Send named");
    violations.addIf(
        !corrected.named().equals(statement.named()),
        "/releasability",
        "ALLIES_ONLY would hide the correction from readers of the corrected statement. Name the"
            + " same allies, or void it and record another");
  }

  /** Whoever sees a declaration sees its title, unless the statement of the title is voided. */
  private static void refuseWithoutTitle(
      DeclarationStatement statement, List<DeclarationStatement> recorded, Violations violations) {
    boolean hasTitle =
        statement.title() != null
            || statement.attribution().isVoid()
            || StatementSelection.uncorrected(recorded).stream()
                .filter(other -> !other.id().equals(statement.attribution().corrects()))
                .anyMatch(other -> other.title() != null && isSeenByAllOf(other, statement));
    violations.addIfMissing(
        !hasTitle,
        "/title",
        "must be given: no other title that still stands is visible to all readers of this"
            + " statement. A correction replaces the whole statement");
  }

  /** Whether every reader of a statement sees another one. */
  private static boolean isSeenByAllOf(DeclarationStatement other, DeclarationStatement statement) {
    Releasability released = other.attribution().releasability();
    return released == Releasability.ALLIES_ONLY
        ? statement.attribution().releasability() == released
            && other.named().containsAll(statement.named())
        : released.compareTo(statement.attribution().releasability()) <= 0;
  }

  /**
   * No more allies may be named than take part: on the day of the statement, and with all that was
   * said for later days.
   */
  private void refuseMoreNamed(
      DeclarationStatement statement, List<DeclarationStatement> recorded, Violations violations) {
    List<DeclarationStatement> then = new ArrayList<>(recorded);
    then.add(statement);
    List<DeclarationStatement> uncorrected = StatementSelection.uncorrected(then);
    for (LocalDate day : List.of(statement.attribution().saidOn(), LocalDate.MAX)) {
      AsOf view = new AsOf(day, statement.attribution().evidence());
      Declaration declared = Declaration.of(declaration, uncorrected, view);
      Integer participants = declared.participantsOrNull();
      int named = declared.named().size();
      boolean isTooMany = participants != null && participants < named;
      violations.addIf(
          isTooMany && !statement.attribution().isVoid(),
          statement.participants() == null ? "/named" : "/participants",
          named + " allies are named, but only " + participants + " take part");
      violations.addIf(
          isTooMany && statement.attribution().isVoid(),
          "/void",
          named
              + " allies would stay named, but only "
              + participants
              + " take part. Void first the statements that name them");
    }
  }
}
