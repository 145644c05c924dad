package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.problem.ProblemException;

/**
 * What the bundled record has statements on, such as one pledge or one condition.
 *
 * @param <S> the type of the statements
 */
interface StatementSubject<S extends AttributedStatement> {

  /** Its statements in order of recording; none if the registry does not have it. */
  List<Recorded<S>> recorded(RegistrySnapshot registry);

  /**
   * The entry of a new statement, after the entry that opens the subject if the registry does not
   * have it yet.
   *
   * @throws ProblemException if the statement is refused
   */
  List<EntryContent> decide(RegistrySnapshot registry, ObjectNode body, String id);

  /** The statement in an entry that {@link #decide} returned last. */
  S statement(EntryContent content);

  /** All that a statement says: everything but its id and what it corrects. */
  Object fields(S statement);
}
