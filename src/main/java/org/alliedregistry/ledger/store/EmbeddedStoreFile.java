package org.alliedregistry.ledger.store;

import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Compacts the file of the embedded store. Every commit appends a chunk of about 35 KB with the
 * pages that it changes. The space of old chunks is not reused, because after a power failure the
 * database finds the last commit for certain only at the end of the file. When too little of the
 * file is in use, chunks are moved together and the end is cut off. Each step is forced to the
 * disk.
 */
final class EmbeddedStoreFile {

  /** The file is compacted if less than this part of it is in use. */
  private static final int LEAST_PERCENT = 33;

  /** Chunks that are fuller than this are only moved. */
  private static final int FULL_PERCENT = 80;

  /** A smaller file is not compacted. */
  private static final long LEAST_BYTES = 4 << 20;

  /** The maximum number of bytes that are moved at a time. */
  private static final long MOST_BYTES = 16 << 20;

  private static final int MOST_MILLIS = 50;

  private EmbeddedStoreFile() {}

  /**
   * Compacts the file after a flush, before the next write; without effect for another database.
   * The flushed data is on the disk, even if this fails.
   */
  static void compact(Connection connection) throws SQLException {
    if (connection.isWrapperFor(JdbcConnection.class)
        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      try {
        compact(session.getDatabase().getStore().getMvStore());
      } catch (RuntimeException e) {
        Log.warnf("the file of the store could not be compacted: %s", e.getClass().getSimpleName());
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
