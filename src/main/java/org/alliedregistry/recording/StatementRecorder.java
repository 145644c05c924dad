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
      RegistrySnapshot now,
      ParsedBody<NewPledge> sent,
      String pledgeId,
      String statementId,
      String writer) {
    Violations faults = sent.faultsSoFar();
    List<EntryContent> opened =
        open(now, sent.body(), pledgeId, statementId, writer, /* unlessGiven= */ null, faults);
    faults.refuseIfAny(ProblemException::ofBody);
    return opened;
  }

  /**
   * The same, for one of several.
   *
   * @param unlessGiven what its statement is attributed to where it does not say
   * @return nothing where something is wrong: the faults say what
   */
  public static List<EntryContent> open(
      RegistrySnapshot now,
      NewPledge body,
      String pledgeId,
      String statementId,
      String writer,
      @Nullable Attribution unlessGiven,
      Violations faults) {
    PledgeValidator check = new PledgeValidator(now, faults);
    Capability capability = check.checkIdentity(body);
    NewStatement first = body.statement();
    Statement statement = null;
    if (first != null) {
      faults.addIf(
          first.corrects() != null, "/statement/corrects", "a first statement corrects nothing");
      StatementContent says =
          new StatementValidator(first, capability, now.conditions().keySet(), "/statement", faults)
              .check(true, Set.of());
      Attribution said = first.attributed().toAttribution(unlessGiven, "/statement", faults);
      statement = said == null ? null : new Statement(statementId, pledgeId, said, says);
    }
    if (!faults.isEmpty() || statement == null) {
      return List.of();
    }
    return List.of(
        new EntryContent.PledgeVersion(check.open(pledgeId, body, writer)),
        new EntryContent.PledgeSaid(statement));
  }

  /** The next thing said of a pledge, or a correction. */
  public static List<EntryContent> append(
      RegistrySnapshot now, PledgeRecord file, ParsedBody<NewStatement> sent, String statementId) {
    Violations faults = sent.faultsSoFar();
    List<EntryContent> said =
        append(now, file, sent.body(), statementId, /* unlessGiven= */ null, faults);
    faults.refuseIfAny(ProblemException::ofBody);
    return said;
  }

  /**
   * The same, for one of several.
   *
   * @param unlessGiven what it is attributed to where neither it nor what it corrects says
   * @return nothing where something is wrong: the faults say what
   */
  public static List<EntryContent> append(
      RegistrySnapshot now,
      PledgeRecord file,
      NewStatement body,
      String statementId,
      @Nullable Attribution unlessGiven,
      Violations faults) {
    List<Statement> recorded = file.dossier().recorded();
    Attribution target = CorrectionTarget.target(body.corrects(), recorded, "", faults);
    boolean opens =
        opensPledgeFor(body.attributed().released(target), recorded)
            || (target != null && opensPledge(body.corrects(), recorded));
    StatementContent says =
        new StatementValidator(
                body,
                now.capability(file.pledge().capability()).orElse(null),
                now.conditions().keySet(),
                "",
                faults)
            .check(opens, caveatsSaid(recorded));
    Attribution said =
        body.attributed().toAttribution(target == null ? unlessGiven : target, "", faults);
    return said == null || !faults.isEmpty()
        ? List.of()
        : List.of(
            new EntryContent.PledgeSaid(
                new Statement(statementId, file.pledge().id(), said, says)));
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
      if (statement.says().caveats() instanceof FieldValue.Value<SortedSet<String>> said) {
        caveats.addAll(said.value());
      }
    }
    return caveats;
  }
}
