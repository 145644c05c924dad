package org.alliedregistry.domain.pledge.statement;

import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;

/** A statement that one speaker made on one day about a pledge. Immutable. */
public record Statement(String id, String pledge, Attribution attribution, StatementContent content)
    implements AttributedStatement {}
