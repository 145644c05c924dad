package org.alliedregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;

/** Entries as rows: appended, read back in order, never changed. */
@ApplicationScoped
class Rows {

  private final LedgerEntryRepository entries;
  private final RecordRepository records;
  private final EntityManager database;
  private final LedgerConfig config;

  Rows(
      LedgerEntryRepository entries,
      RecordRepository records,
      EntityManager database,
      LedgerConfig config) {
    this.entries = entries;
    this.records = records;
    this.database = database;
    this.config = config;
  }

  /** Within the caller's transaction. */
  void append(List<Written> added) {
    for (Written written : added) {
      entries.persist(new LedgerEntryRow(written.link()));
      records.persist(new RecordRow(written.link().sequence(), written.content()));
    }
  }

  /** Forces what is committed onto the disk, where the database would rather wait. */
  @Transactional
  void makeDurable() {
    config
        .flushStatement()
        .ifPresent(statement -> database.createNativeQuery(statement).executeUpdate());
  }

  /**
   * @throws IllegalStateException naming the first row that is missing, changed or out of place
   */
  @Transactional
  List<Entry> read() {
    List<LedgerEntryRow> links = entries.inOrder();
    List<RecordRow> contents = records.inOrder();
    if (links.size() != contents.size()) {
      throw new IllegalStateException(
          "the ledger has " + links.size() + " entries, but " + contents.size() + " records");
    }
    List<Entry> read = new ArrayList<>(links.size());
    String previous = Link.ROOT;
    for (int i = 0; i < links.size(); i++) {
      LedgerEntryRow row = links.get(i);
      check(row, contents.get(i), i + 1, previous);
      Content content = ContentJson.read(row.link().kind(), contents.get(i).content());
      read.add(new Entry(row.stamp(), content));
      previous = row.storedHash();
    }
    return read;
  }

  private static void check(LedgerEntryRow row, RecordRow record, long sequence, String previous) {
    Link link = row.link();
    boolean chained =
        link.sequence() == sequence
            && record.sequence() == sequence
            && link.previousHash().equals(previous)
            && link.hash().equals(row.storedHash())
            && Link.sha256(record.content()).equals(link.contentDigest());
    if (!chained) {
      throw new IllegalStateException(
          "ledger entry " + sequence + " is missing, changed or out of place; restore a backup");
    }
  }
}
