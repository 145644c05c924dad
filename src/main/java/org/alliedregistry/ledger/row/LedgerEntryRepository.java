package org.alliedregistry.ledger.row;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.jpa.HibernateHints;

/**
 * The rows of the ledger, within a transaction. They are inserted in batches without a persistence
 * context, and read as what stands in them: nothing read here is kept by the mapper.
 */
@ApplicationScoped
class LedgerEntryRepository implements PanacheRepositoryBase<LedgerEntry, Long> {

  private static final String AFTER = "sequence > ?1 order by sequence";

  /** So many rows are taken from the database at a time, however many there are. */
  private static final int FETCH = 1_000;

  private final StatelessSession session;

  LedgerEntryRepository(StatelessSession session) {
    this.session = session;
  }

  void insert(List<PendingEntry> added) {
    session.insertMultiple(added.stream().map(LedgerEntry::new).toList());
  }

  Optional<String> hash(long sequence) {
    return find("select e.hash from LedgerEntry e where e.sequence = ?1", sequence)
        .project(String.class)
        .firstResultOptional();
  }

  /** All rows after a sequence, whatever they are; to be closed. */
  Stream<LedgerRow> streamAfter(long sequence) {
    return after(sequence).withHint(HibernateHints.HINT_FETCH_SIZE, FETCH).stream();
  }

  List<LedgerRow> listAfter(long sequence, int limit) {
    return after(sequence).page(0, limit).list();
  }

  private PanacheQuery<LedgerRow> after(long sequence) {
    return find(AFTER, sequence).project(LedgerRow.class);
  }
}
