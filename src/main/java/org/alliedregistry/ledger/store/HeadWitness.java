package org.alliedregistry.ledger.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.record.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Records the last entry of the ledger in a separate place. A ledger without its last entries is a
 * valid chain, so only this record shows that they are missing. It may name an earlier entry than
 * the last, never a later one: a file is written after the commit, a row in the same transaction.
 */
@ApplicationScoped
public class HeadWitness implements PanacheRepositoryBase<LedgerHeadRow, Short> {

  private final Optional<HeadFile> file;
  private final boolean acceptsLoss;

  public HeadWitness(LedgerConfig config) {
    this.file = config.headFile().map(HeadFile::new);
    this.acceptsLoss = config.acceptLostEntries();
  }

  /** The recorded head. Read it before the entries. */
  public Optional<LedgerHead> head() throws LedgerCorrupted {
    return file.isPresent()
        ? file.get().read()
        : findByIdOptional(LedgerHeadRow.ONLY).map(row -> new LedgerHead(row.sequence, row.hash));
  }

  /** Records the head as a row, in the transaction of its entry; without effect for a file. */
  public void recordInTransaction(LedgerHead head) {
    if (file.isEmpty()
        && update(
                "sequence = ?1, hash = ?2 where id = ?3",
                head.sequence(),
                head.hash(),
                LedgerHeadRow.ONLY)
            == 0) {
      persist(new LedgerHeadRow(head));
    }
  }

  /** A write that changes nothing; a store that may only be read refuses it. */
  public void touch() {
    CriteriaBuilder builder = getEntityManager().getCriteriaBuilder();
    CriteriaUpdate<LedgerHeadRow> none = builder.createCriteriaUpdate(LedgerHeadRow.class);
    Root<LedgerHeadRow> row = none.from(LedgerHeadRow.class);
    none.set(row.get("sequence"), 0L).where(builder.equal(row.get("id"), LedgerHeadRow.NONE));
    getEntityManager().createQuery(none).executeUpdate();
  }

  /** Records the head in the file, after its entry is on the disk; without effect for a row. */
  public void recordAfterCommit(LedgerHead head) {
    file.ifPresent(noted -> noted.write(head));
  }

  /** Whether the service starts on a ledger that has lost entries. */
  public boolean acceptsLoss() {
    return acceptsLoss;
  }

  /** Deletes the recorded head. */
  public void forget() {
    file.ifPresent(HeadFile::forget);
    deleteAll();
  }

  /**
   * Refuses a ledger that lacks the recorded head.
   *
   * @param last the head of the ledger; null if it is empty
   * @param read the entries that were read, up to that one
   * @throws LedgerCorrupted naming both heads
   */
  public void requireWhole(LedgerHead noted, @Nullable LedgerHead last, List<Entry> read)
      throws LedgerCorrupted {
    if (last == null || noted.sequence() > last.sequence()) {
      throw lost(last == null ? "the ledger is empty" : "the ledger ends with " + last, noted);
    }
    long index = read.size() - 1 - (last.sequence() - noted.sequence());
    if (index >= 0 && !LedgerHead.of(read.get(Math.toIntExact(index)).stamp()).equals(noted)) {
      throw lost(
          "the ledger has " + LedgerHead.of(read.get(Math.toIntExact(index)).stamp()), noted);
    }
  }

  private static LedgerCorrupted lost(String what, LedgerHead noted) {
    return new LedgerCorrupted(
        what
            + ", but "
            + noted
            + " was recorded; restore a newer backup, or set"
            + " REGISTRY_LEDGER_ACCEPT_LOST_ENTRIES=true to go on without what is lost");
  }
}
