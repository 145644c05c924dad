package org.alliedregistry.http.page;

import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.http.read.StatementHistory;

/**
 * Computes the entity tag of the first page of a history, for a conditional write to it. A value,
 * so that the writer thread can compute it.
 *
 * @param release the release of the service, because a page may differ between releases
 */
public record HistoryTag(String release, ListAddress list) {

  /** The entity tag of a GET of the list without parameters. */
  public <T extends AttributedStatement> String of(StatementHistory<T> history) {
    return HistoryPage.first(list, history).tag(release, history.statements());
  }
}
