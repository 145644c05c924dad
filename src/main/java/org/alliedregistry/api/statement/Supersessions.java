package org.alliedregistry.api.statement;

import java.util.HashMap;
import java.util.Map;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Which statement corrects or voids which, in one snapshot. The statements of a pledge are read
 * once, when the first of them is asked about. For one request and one thread.
 */
final class Supersessions {

  private final Map<String, Map<String, String>> byPledge = new HashMap<>();

  /** The id of the statement that corrects or voids this one; null if there is none. */
  @Nullable String of(PledgeRecord record, String statement) {
    return byPledge.computeIfAbsent(record.pledge().id(), id -> corrections(record)).get(statement);
  }

  private static Map<String, String> corrections(PledgeRecord record) {
    Map<String, String> corrections = new HashMap<>();
    for (Recorded<Statement> recorded : record.statements()) {
      String target = recorded.value().attribution().corrects();
      if (target != null) {
        corrections.put(target, recorded.value().id());
      }
    }
    return corrections;
  }
}
