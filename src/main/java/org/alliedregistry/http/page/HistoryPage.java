package org.alliedregistry.http.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.http.read.EntityTags;
import org.alliedregistry.http.read.StatementHistory;
import org.jspecify.annotations.Nullable;

/**
 * The place of a page in a history. Its cursors have the id and the day of the last entry of the
 * history. So the bytes of a page do not change with the day, nor with entries on other objects.
 *
 * @param list the address of the list
 * @param snapshot the last entry of the history
 * @param offset the number of statements before the page
 * @param limit the maximum number of statements on the page
 */
record HistoryPage(ListAddress list, EntryStamp snapshot, int offset, int limit) {

  /** The first page of a history. */
  static HistoryPage first(ListAddress list, StatementHistory<?> history) {
    return new HistoryPage(list, history.last(), 0, Pagination.DEFAULT_LIMIT);
  }

  /** The items of the page. */
  <T> List<T> of(List<T> items) {
    int end = end(items.size());
    return items.subList(Math.min(offset, end), end);
  }

  /** The address of the next page; null on the last. */
  @Nullable String next(int size) {
    int end = end(size);
    return end < size ? list.link(Cursor.sealed(snapshot, end, day(), list.digest()).text()) : null;
  }

  private int end(int size) {
    return Math.min(size, offset + limit);
  }

  private LocalDate day() {
    return LocalDate.ofInstant(snapshot.at(), ZoneOffset.UTC);
  }

  /**
   * The entity tag of the page. It is a digest of the release, the entries of the page and the next
   * cursor, which together determine the bytes of the page. The target of a correction is included,
   * because it differs between audiences. A digest of the page itself would need the page for each
   * append, which costs more than the append.
   */
  <T extends AttributedStatement> String tag(String release, List<Recorded<T>> items) {
    StringBuilder text = new StringBuilder(release);
    for (Recorded<T> item : of(items)) {
      text.append('\n')
          .append(item.stamp().publicDigest())
          .append(' ')
          .append(item.value().attribution().corrects());
    }
    text.append('\n').append(next(items.size()));
    return EntityTags.tagOf(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
