package org.alliedregistry.api.statement;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent.StatementRecorded;
import org.alliedregistry.domain.record.EntryLog;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.http.page.SortOrder;

/**
 * The statements on all pledges of a log, in order. Statements of one day are in order of
 * recording, so no two have the same place.
 */
final class StatementSequence {

  /** What the statements can be sorted by. */
  enum Field {
    SAID_ON,
    RECORDED_AT
  }

  private StatementSequence() {}

  static Stream<Recorded<Statement>> of(EntryLog log, SortOrder<Field> order) {
    IntStream indices =
        switch (order.field()) {
          case SAID_ON -> bySaidOn(log, order.isDescending());
          case RECORDED_AT -> byRecording(log, order.isDescending());
        };
    return indices.mapToObj(
        index -> {
          Entry entry = log.get(index);
          return new Recorded<>(entry.stamp(), ((StatementRecorded) entry.content()).statement());
        });
  }

  /** Entries are in order of recording already. */
  private static IntStream byRecording(EntryLog log, boolean isDescending) {
    int last = log.size() - 1;
    return IntStream.range(0, log.size())
        .map(i -> isDescending ? last - i : i)
        .filter(i -> log.get(i).content() instanceof StatementRecorded);
  }

  /** Sorts numbers, each of a day and the index of an entry: that takes no comparisons. */
  private static IntStream bySaidOn(EntryLog log, boolean isDescending) {
    long[] keys = new long[log.size()];
    int count = 0;
    for (int i = 0; i < log.size(); i++) {
      if (log.get(i).content() instanceof StatementRecorded recorded) {
        long day = recorded.statement().attribution().saidOn().toEpochDay();
        keys[count++] = (day << Integer.SIZE) | i;
      }
    }
    Arrays.sort(keys, 0, count);
    int last = count - 1;
    LongStream sorted = Arrays.stream(keys, 0, count);
    return isDescending
        ? IntStream.range(0, count).map(i -> (int) keys[last - i])
        : sorted.mapToInt(key -> (int) key);
  }
}
