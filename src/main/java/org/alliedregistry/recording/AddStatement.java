package org.alliedregistry.recording;

import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.security.Author;

/**
 * Adds a statement to a pledge, or corrects one.
 *
 * @param pledge the id of the pledge
 * @param id the id of the new statement
 */
public record AddStatement(Author author, String pledge, ParsedBody<NewStatement> sent, String id)
    implements WriteCommand {

  @Override
  public List<EntryContent> decide(RegistrySnapshot seen) {
    PledgeRecord record = PledgeLookup.in(seen, pledge);
    author.requireLeadingAlly(record.pledge().allies());
    Optional.ofNullable(sent.body().corrects())
        .flatMap(record::statement)
        .ifPresent(target -> author.requireOriginalRecorder(target.stamp().recordedBy()));
    return StatementRecorder.append(seen, record, sent, id);
  }
}
