package org.alliedregistry.ledger.store;

import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * The file of the embedded store. Every commit appends a chunk with each page that it changes, some
 * 35 KB. Nothing is written into the space of old chunks meanwhile: after a loss of power the last
 * commit is found at the end of the file, and nowhere else for sure. Once too little of the file is
 * in use, some of it is moved together and the end cut off, in steps that are forced one by one.
 */
final class EmbeddedStoreFile {

  /** The file is compacted if less than this part of it is in use. */
  private static final int LEAST_PERCENT = 50;

  /** Chunks that are fuller than this are only moved. */
  private static final int FULL_PERCENT = 80;

  /** A smaller file is not compacted. */
  private static final long LEAST_BYTES = 4 << 20;

  /** How much is moved at a time, at most; what is put together is bounded by the database. */
  private static final long MOST_BYTES = 16 << 20;

  private static final int MOST_MILLIS = 50;

  private EmbeddedStoreFile() {}

  /**
   * After a flush, before anybody else writes; of another database nothing is done. What was
   * written is on the disk, whether this succeeds or not.
   */
  static void compact(Connection connection) throws SQLException {
    if (connection.isWrapperFor(JdbcConnection.class)
        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      try {
        compact(session.getDatabase().getStore().getMvStore());
      } catch (RuntimeException e) {
        Log.warnf("the file of the store is not put together: %s", e.getClass().getSimpleName());
      }
    }
  }

  private static void compact(MVStore store) {
    if (store.getFileStore() instanceof RandomAccessStore file && isWorthIt(file)) {
      try {
        store.setReuseSpace(true);
        if (file.getChunksFillRate() < FULL_PERCENT) {
          store.compactFile(MOST_MILLIS);
        } else {
          file.compactMoveChunks(FULL_PERCENT, MOST_BYTES, store);
        }
      } finally {
        store.setReuseSpace(false);
      }
    }
  }

  private static boolean isWorthIt(RandomAccessStore file) {
    return file.size() > LEAST_BYTES
        && file.getFillRate() * file.getChunksFillRate() / 100 < LEAST_PERCENT;
  }
}
