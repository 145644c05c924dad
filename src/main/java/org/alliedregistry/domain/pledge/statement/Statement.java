package org.alliedregistry.domain.pledge.statement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;

/** A statement that one speaker made on one day about a pledge. Immutable. */
public record Statement(String id, String pledge, Attribution attribution, StatementContent content)
    implements AttributedStatement {

  /** Its texts that a search looks in: wording, note, speaker, and the title and publisher. */
  public List<String> texts() {
    return Stream.of(
            content.wording().valueOrNull(),
            attribution.note(),
            attribution.speaker(),
            attribution.source().title(),
            attribution.source().publisher())
        .filter(Objects::nonNull)
        .toList();
  }
}
