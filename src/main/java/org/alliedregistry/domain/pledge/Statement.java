package org.alliedregistry.domain.pledge;

import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;

/** One thing one speaker said of a pledge on one day. Immutable. */
public record Statement(String id, String pledge, Attribution said, StatementContent says)
    implements AttributedStatement {}
