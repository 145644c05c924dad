package org.alliedregistry.ledger.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/**
 * The rows of the ledger, within a transaction. They are inserted in batches without a persistence
 * context, and read as what stands in them: nothing read here is kept by the mapper.
 */
@ApplicationScoped
class LedgerEntryRepository implements PanacheRepositoryBase<LedgerEntry, Long> {

  private static final String AFTER = "sequence > ?1 order by sequence";

  /** So many rows go to the database at a time, at most. */
  static final int BATCH_ENTRIES = 500;

  /** So many characters of content do, unless one entry alone has more. */
  static final int BATCH_CHARACTERS = 1_000_000;

  private final StatelessSession session;

  LedgerEntryRepository(StatelessSession session) {
    this.session = session;
  }

  /** The session sends what it is given as one batch, however large that is. */
  void insert(List<PendingEntry> added) {
    List<LedgerEntry> batch = new ArrayList<>();
    int characters = 0;
    for (PendingEntry entry : added) {
      int more = entry.content().length();
      if (batch.size() == BATCH_ENTRIES
          || (!batch.isEmpty() && characters + more > BATCH_CHARACTERS)) {
        session.insertMultiple(batch);
        batch.clear();
        characters = 0;
      }
      batch.add(new LedgerEntry(entry));
      characters += more;
    }
    session.insertMultiple(batch);
  }

  Optional<String> hash(long sequence) {
    return find("select e.hash from LedgerEntry e where e.sequence = ?1", sequence)
        .project(String.class)
        .firstResultOptional();
  }

  /** The next rows after a sequence, whatever they are; none where there are no more. */
  List<LedgerRow> listAfter(long sequence, int limit) {
    return find(AFTER, sequence).project(LedgerRow.class).page(0, limit).list();
  }
}
