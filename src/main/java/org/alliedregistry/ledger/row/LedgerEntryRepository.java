package org.alliedregistry.ledger.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/**
 * The rows of the ledger, for use within a transaction. Rows are inserted in batches without a
 * persistence context, and Hibernate keeps no row that is read. {@link LedgerStore} uses it.
 */
@ApplicationScoped
class LedgerEntryRepository implements PanacheRepositoryBase<LedgerEntryRow, Long> {

  /** The columns of a {@link StoredEntry}, in its order. */
  private static final List<String> COLUMNS =
      List.of(
          "sequence",
          "recordedAt",
          "actor",
          "kind",
          "subject",
          "contentDigest",
          "previousHash",
          "hash",
          "content");

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
    List<LedgerEntryRow> batch = new ArrayList<>();
    int characters = 0;
    for (ChainedEntry entry : added) {
      int more = entry.content().length();
      if (batch.size() == BATCH_ENTRIES
          || (!batch.isEmpty() && characters + more > BATCH_CHARACTERS)) {
        session.insertMultiple(batch);
        batch.clear();
        characters = 0;
      }
      batch.add(new LedgerEntryRow(entry));
      characters += more;
    }
    session.insertMultiple(batch);
  }

  Optional<String> hash(long sequence) {
    return find("select e.hash from LedgerEntryRow e where e.sequence = ?1", sequence)
        .project(String.class)
        .firstResultOptional();
  }

  /**
   * The next rows after a sequence, unchecked; empty if there are no more. It is a criteria query,
   * because the start reads all rows, and to load the parser of HQL takes longer than that.
   */
  List<StoredEntry> listAfter(long sequence, int limit) {
    CriteriaBuilder builder = session.getCriteriaBuilder();
    CriteriaQuery<StoredEntry> query = builder.createQuery(StoredEntry.class);
    Root<LedgerEntryRow> entry = query.from(LedgerEntryRow.class);
    Path<Long> key = entry.get("sequence");
    Path<?>[] columns = COLUMNS.stream().map(entry::get).toArray(Path[]::new);
    query
        .select(builder.construct(StoredEntry.class, columns))
        .where(builder.greaterThan(key, sequence))
        .orderBy(builder.asc(key));
    return session.createSelectionQuery(query).setMaxResults(limit).getResultList();
  }
}
