package org.alliedregistry.ledger.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/**
 * The rows of the ledger, for use within a transaction. Rows are inserted in batches without a
 * persistence context, and Hibernate keeps no row that is read. {@link LedgerRepository} uses it.
 */
@ApplicationScoped
class LedgerEntryRepository implements PanacheRepositoryBase<LedgerEntry, Long> {

  private static final String AFTER = "sequence > ?1 order by sequence";

  /** The maximum number of rows in a batch. */
  static final int BATCH_ENTRIES = 500;

  /** The maximum number of characters of content in a batch, unless one entry has more. */
  static final int BATCH_CHARACTERS = 1_000_000;

  private final StatelessSession session;

  LedgerEntryRepository(StatelessSession session) {
    this.session = session;
  }

  /** Inserts rows in batches of limited size; the session would send all in one. */
  void insert(List<ChainedEntry> added) {
    List<LedgerEntry> batch = new ArrayList<>();
    int characters = 0;
    for (ChainedEntry entry : added) {
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

  /** The next rows after a sequence, unchecked; empty if there are no more. */
  List<LedgerRow> listAfter(long sequence, int limit) {
    return find(AFTER, sequence).project(LedgerRow.class).page(0, limit).list();
  }
}
