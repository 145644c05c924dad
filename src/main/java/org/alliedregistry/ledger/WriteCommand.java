package org.alliedregistry.ledger;

import java.util.List;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.problem.ProblemException;

/**
 * A write that is not decided yet. It needs nothing of its request, because the writer thread
 * decides it, and decides it again if other nodes recorded entries meanwhile.
 */
public interface WriteCommand {

  /**
   * Decides the write.
   *
   * @param seen the latest snapshot that the author sees
   * @return the entries to record; none if nothing changes
   * @throws ProblemException if the write is refused; then nothing is recorded
   */
  List<EntryContent> decide(RegistrySnapshot seen);
}
