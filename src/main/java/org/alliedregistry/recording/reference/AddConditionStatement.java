package org.alliedregistry.recording.reference;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.security.Author;

/**
 * Adds a statement on a condition, or corrects one.
 *
 * @param code the code of the condition
 * @param id the id of the new statement
 */
public record AddConditionStatement(
    Author author, String code, ParsedBody<NewConditionStatement> sent, String id)
    implements WriteCommand {

  @Override
  public List<EntryContent> decide(RegistrySnapshot seen) {
    ConditionRecord condition = ConditionLookup.in(seen, code);
    NewConditionStatement body = sent.body();
    author.requireOwnAlly(body.ally());
    Optional<Recorded<ConditionStatement>> corrected =
        Optional.ofNullable(body.corrects()).flatMap(condition::statement);
    corrected.ifPresent(target -> author.requireOriginalRecorder(target.stamp().recordedBy()));
    Violations violations = sent.faultsSoFar();
    Attribution target =
        CorrectionTarget.target(
            body.corrects(), condition.conditionStatements().recorded(), "", violations);
    ConditionStatement statement =
        body.toStatement(id, condition.condition(), target, seen.allies().keySet(), violations);
    if (statement != null && statement.attribution().releasability() == Releasability.ALLIES_ONLY) {
      refuseHidingFromItsAlly(statement, corrected.map(Recorded::value), violations);
    }
    violations.refuseIfAny(ProblemException::ofBody);
    return List.of(
        new EntryContent.ConditionStatementRecorded(code, Objects.requireNonNull(statement)));
  }

  /** An ALLIES_ONLY statement must name an ally, and correct only a statement that the ally saw. */
  private static void refuseHidingFromItsAlly(
      ConditionStatement statement, Optional<ConditionStatement> corrected, Violations violations) {
    violations.addIf(
        statement.ally() == null, "/releasability", "ALLIES_ONLY needs an ally. Send ally");
    violations.addIf(
        corrected.filter(s -> !Objects.equals(s.ally(), statement.ally())).isPresent(),
        "/releasability",
        "ALLIES_ONLY would hide the correction from readers of the corrected statement. Keep its"
            + " ally, or void it and record another");
  }
}
