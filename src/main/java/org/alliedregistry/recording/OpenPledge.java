package org.alliedregistry.recording;

import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.security.Author;

/**
 * Opens a pledge with its first statement.
 *
 * @param id the id of the new pledge
 * @param statement the id of its first statement
 */
public record OpenPledge(Author author, ParsedBody<NewPledge> sent, String id, String statement)
    implements WriteCommand {

  @Override
  public List<EntryContent> decide(RegistrySnapshot seen) {
    author.requireLeadingAlly(sent.body().alliesNamed());
    Optional.ofNullable(sent.body().partOf())
        .flatMap(seen::pledge)
        .ifPresent(whole -> author.requireParticipatingAlly(whole.pledge().allies()));
    return StatementRecorder.open(seen, sent, id, statement, author.recordedBy());
  }
}
