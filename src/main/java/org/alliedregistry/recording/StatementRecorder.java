package org.alliedregistry.recording;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.alliedregistry.domain.pledge.FieldValue;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.pledge.StatementContent;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.recording.reference.CorrectionTarget;
import org.jspecify.annotations.Nullable;

/**
 * Decides on a pledge or a statement that was sent: what to record, or a refusal with every fault.
 */
public final class StatementRecorder {

  private StatementRecorder() {}

  /** A new pledge and its first statement. */
  public static List<EntryContent> open(
      RegistrySnapshot registry,
      ParsedBody<NewPledge> sent,
      String pledgeId,
      String statementId,
      String writer) {
    Violations violations = sent.faultsSoFar();
    List<EntryContent> opened =
        open(
            registry,
            sent.body(),
            pledgeId,
            statementId,
            writer,
            /* unlessGiven= */ null,
            violations);
    violations.refuseIfAny(ProblemException::ofBody);
    return opened;
  }

  /**
   * The same, for one of several.
   *
   * @param unlessGiven what its statement is attributed to where it does not say
   * @return nothing where something is wrong: the faults say what
   */
  public static List<EntryContent> open(
      RegistrySnapshot registry,
      NewPledge body,
      String pledgeId,
      String statementId,
      String writer,
      @Nullable Attribution defaults,
      Violations violations) {
    PledgeValidator check = new PledgeValidator(registry, violations);
    Capability capability = check.checkIdentity(body);
    NewStatement first = body.statement();
    Statement statement = null;
    if (first != null) {
      violations.addIf(
          first.corrects() != null, "/statement/corrects", "a first statement corrects nothing");
      StatementContent says =
          new StatementValidator(
                  first, capability, registry.conditions().keySet(), "/statement", violations)
              .check(true, Set.of());
      Attribution said = first.attributed().toAttribution(defaults, "/statement", violations);
      statement = said == null ? null : new Statement(statementId, pledgeId, said, says);
    }
    if (!violations.isEmpty() || statement == null) {
      return List.of();
    }
    return List.of(
        new EntryContent.PledgeVersionRecorded(check.open(pledgeId, body, writer)),
        new EntryContent.StatementRecorded(statement));
  }

  /** The next thing said of a pledge, or a correction. */
  public static List<EntryContent> append(
      RegistrySnapshot registry,
      PledgeRecord record,
      ParsedBody<NewStatement> sent,
      String statementId) {
    Violations violations = sent.faultsSoFar();
    List<EntryContent> statement =
        append(registry, record, sent.body(), statementId, /* unlessGiven= */ null, violations);
    violations.refuseIfAny(ProblemException::ofBody);
    return statement;
  }

  /**
   * The same, for one of several.
   *
   * @param unlessGiven what it is attributed to where neither it nor what it corrects says
   * @return nothing where something is wrong: the faults say what
   */
  public static List<EntryContent> append(
      RegistrySnapshot registry,
      PledgeRecord record,
      NewStatement body,
      String statementId,
      @Nullable Attribution defaults,
      Violations violations) {
    List<Statement> recorded = record.pledgeStatements().recorded();
    Attribution target = CorrectionTarget.target(body.corrects(), recorded, "", violations);
    boolean opens =
        opensPledgeFor(body.attributed().released(target), recorded)
            || (target != null && opensPledge(body.corrects(), recorded));
    StatementContent says =
        new StatementValidator(
                body,
                registry.capability(record.pledge().capability()).orElse(null),
                registry.conditions().keySet(),
                "",
                violations)
            .check(opens, caveatsSaid(recorded));
    Attribution statement =
        body.attributed().toAttribution(target == null ? defaults : target, "", violations);
    return statement == null || !violations.isEmpty()
        ? List.of()
        : List.of(
            new EntryContent.StatementRecorded(
                new Statement(statementId, record.pledge().id(), statement, says)));
  }

  /** Whether some who may see it have not seen anything of the pledge before. */
  private static boolean opensPledgeFor(Releasability released, List<Statement> recorded) {
    return recorded.stream()
        .noneMatch(s -> !s.said().isVoid() && s.said().releasability().compareTo(released) <= 0);
  }

  /** Whether a correction stands in the place of the statement the pledge began with. */
  private static boolean opensPledge(@Nullable String corrects, List<Statement> recorded) {
    String root = corrects;
    for (int i = recorded.size() - 1; i >= 0; i--) {
      Statement statement = recorded.get(i);
      if (statement.id().equals(root) && statement.said().corrects() != null) {
        root = statement.said().corrects();
      }
    }
    return recorded.get(0).id().equals(root);
  }

  private static Set<String> caveatsSaid(List<Statement> recorded) {
    Set<String> caveats = new HashSet<>();
    for (Statement statement : recorded) {
      if (statement.says().caveats() instanceof FieldValue.Present<SortedSet<String>> said) {
        caveats.addAll(said.value());
      }
    }
    return caveats;
  }
}
