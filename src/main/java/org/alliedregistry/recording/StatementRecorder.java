package org.alliedregistry.recording;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
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

/** Turns a pledge or a statement that was sent into entries, or refuses it with all violations. */
public final class StatementRecorder {

  private StatementRecorder() {}

  /** Opens a pledge with its first statement. */
  public static List<EntryContent> open(
      RegistrySnapshot registry,
      ParsedBody<NewPledge> sent,
      String pledgeId,
      String statementId,
      String writer) {
    Violations violations = sent.faultsSoFar();
    List<EntryContent> opened =
        open(
            registry, sent.body(), pledgeId, statementId, writer, /* defaults= */ null, violations);
    violations.refuseIfAny(ProblemException::ofBody);
    return opened;
  }

  /**
   * Opens one of several pledges.
   *
   * @param defaults the attribution of the statement where it gives none
   * @return empty if anything is wrong; the violations are added
   */
  public static List<EntryContent> open(
      RegistrySnapshot registry,
      NewPledge body,
      String pledgeId,
      String statementId,
      String writer,
      @Nullable Attribution defaults,
      Violations violations) {
    PledgeValidator validator = new PledgeValidator(registry, violations);
    Capability capability = validator.checkIdentity(body);
    NewStatement first = body.statement();
    Statement statement = null;
    if (first != null) {
      violations.addIf(
          first.corrects() != null,
          "/statement/corrects",
          "must be left out, because this is the first statement");
      StatementContent content =
          new StatementValidator(
                  first, capability, registry.conditions().keySet(), "/statement", violations)
              .check(true, Set.of());
      Attribution attribution =
          first.attributed().toAttribution(defaults, "/statement", violations);
      statement =
          attribution == null ? null : new Statement(statementId, pledgeId, attribution, content);
    }
    if (!violations.isEmpty() || statement == null) {
      return List.of();
    }
    return List.of(
        new EntryContent.PledgeVersionRecorded(validator.open(pledgeId, body, writer)),
        new EntryContent.StatementRecorded(statement));
  }

  /** Adds a statement to a pledge, or a correction of one. */
  public static List<EntryContent> append(
      RegistrySnapshot registry,
      PledgeRecord record,
      ParsedBody<NewStatement> sent,
      String statementId) {
    Violations violations = sent.faultsSoFar();
    List<EntryContent> recorded =
        append(registry, record, sent.body(), statementId, /* defaults= */ null, violations);
    violations.refuseIfAny(ProblemException::ofBody);
    return recorded;
  }

  /**
   * Adds one of several statements.
   *
   * @param defaults the attribution where neither the statement nor its target gives one
   * @return empty if anything is wrong; the violations are added
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
    StatementContent content =
        new StatementValidator(
                body,
                registry.capability(record.pledge().capability()).orElse(null),
                registry.conditions().keySet(),
                "",
                violations)
            .check(opens, caveatsSaid(recorded));
    Attribution attribution =
        body.attributed().toAttribution(target == null ? defaults : target, "", violations);
    return attribution == null || !violations.isEmpty()
        ? List.of()
        : List.of(
            new EntryContent.StatementRecorded(
                new Statement(statementId, record.pledge().id(), attribution, content)));
  }

  /**
   * Whether a statement with this releasability is the first of the pledge for some audience: every
   * earlier one is for fewer readers, or voids another.
   */
  private static boolean opensPledgeFor(Releasability released, List<Statement> recorded) {
    return recorded.stream()
        .noneMatch(
            s ->
                !s.attribution().isVoid()
                    && s.attribution().releasability().compareTo(released) <= 0);
  }

  /**
   * Whether a correction replaces a statement that is the first of the pledge for some audience.
   */
  private static boolean opensPledge(@Nullable String corrects, List<Statement> recorded) {
    String root = corrects;
    for (int i = recorded.size() - 1; i >= 0; i--) {
      Statement statement = recorded.get(i);
      if (statement.id().equals(root)) {
        if (statement.attribution().corrects() == null) {
          return opensPledgeFor(statement.attribution().releasability(), recorded.subList(0, i));
        }
        root = statement.attribution().corrects();
      }
    }
    return false;
  }

  private static Set<String> caveatsSaid(List<Statement> recorded) {
    Set<String> caveats = new HashSet<>();
    for (Statement statement : recorded) {
      if (statement.content().caveats() instanceof FieldValue.Present<SortedSet<String>> said) {
        caveats.addAll(said.value());
      }
    }
    return caveats;
  }
}
