package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.record.DeclarationRecord;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.recording.declaration.AddDeclarationStatement;
import org.alliedregistry.recording.declaration.NewDeclarationStatement;

/** A declaration that the bundled record has or had statements on. */
record DeclarationSubject(String id, StrictJson json)
    implements StatementSubject<DeclarationStatement> {

  /** The key that the ids of a declaration of the file are computed from. */
  static String key(String reference) {
    return "declaration:" + reference;
  }

  @Override
  public List<Recorded<DeclarationStatement>> recorded(RegistrySnapshot registry) {
    return registry.declaration(id).map(DeclarationRecord::statements).orElse(List.of());
  }

  @Override
  public List<EntryContent> decide(RegistrySnapshot registry, ObjectNode body, String statement) {
    return new AddDeclarationStatement(
            id,
            registry.declaration(id).isEmpty(),
            json.read(body, NewDeclarationStatement.class),
            statement)
        .decide(registry);
  }

  @Override
  public DeclarationStatement statement(EntryContent content) {
    return ((EntryContent.DeclarationStatementRecorded) content).statement();
  }

  @Override
  public Object fields(DeclarationStatement statement) {
    return Arrays.asList(
        statement.attribution().correcting(null),
        statement.title(),
        statement.participants(),
        statement.named());
  }
}
