package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.recording.NewPledge;
import org.alliedregistry.recording.NewStatement;
import org.alliedregistry.recording.StatementRecorder;
import org.jspecify.annotations.Nullable;

/**
 * A pledge that the bundled record has or had statements on.
 *
 * @param bundled the pledge in the bundled record; null if this release does not have it
 */
record PledgeSubject(String id, @Nullable BundledPledge bundled, StrictJson json)
    implements StatementSubject<Statement> {

  @Override
  public List<Recorded<Statement>> recorded(RegistrySnapshot registry) {
    return registry.pledge(id).map(PledgeRecord::statements).orElse(List.of());
  }

  @Override
  public List<EntryContent> decide(RegistrySnapshot registry, ObjectNode body, String id) {
    PledgeRecord record = registry.pledge(this.id).orElse(null);
    if (record != null) {
      return StatementRecorder.append(registry, record, json.read(body, NewStatement.class), id);
    }
    if (bundled == null || !bundled.isFirst(id)) {
      throw ProblemException.notFound("The pledge of this statement is not recorded");
    }
    return StatementRecorder.open(
        registry,
        json.read(bundled.opening(body), NewPledge.class),
        this.id,
        id,
        PublicRecord.RECORDER);
  }

  @Override
  public Statement statement(EntryContent content) {
    return ((EntryContent.StatementRecorded) content).statement();
  }

  @Override
  public Object fields(Statement statement) {
    return List.of(statement.attribution().correcting(null), statement.content());
  }
}
