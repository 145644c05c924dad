package org.alliedregistry.http.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.EntityTags;
import org.alliedregistry.http.read.StatementHistory;
import org.alliedregistry.http.table.Tables;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Pages of a list. All pages that a client reads in sequence show one snapshot of the registry. */
@RequestScoped
public class Pagination {

  static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final String NOT_OURS =
      "is not a cursor of this list and query. Start again without a cursor";

  private static final String NOT_PAGED =
      "is not for a table, which has the whole list. Leave it out";

  private final ListAddress address;
  private final HttpHeaders headers;
  private final Tables tables;
  private final String release;

  Pagination(
      UriInfo uri,
      HttpHeaders headers,
      CurrentVertxRequest request,
      Tables tables,
      @ConfigProperty(name = "quarkus.application.version") String release) {
    this.address = ListAddress.of(uri, request.getCurrent().request());
    this.headers = headers;
    this.tables = tables;
    this.release = release;
  }

  /**
   * A page of a list, or all of it as a table.
   *
   * @param row the type of the views
   * @param all the whole list in order, as of a snapshot
   * @param view makes the view of an item
   * @param page makes a page of views and the address of the next
   */
  public <T, V> Response page(
      ListParameters parameters,
      RecordContext context,
      QueryReader reader,
      Class<V> row,
      Function<RegistrySnapshot, List<T>> all,
      BiFunction<RegistrySnapshot, T, V> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    return filtered(
        parameters,
        context,
        reader,
        row,
        then -> all.apply(then).stream(),
        then -> item -> Optional.of(view.apply(then, item)),
        page);
  }

  /**
   * A page of a filtered list, or all of it as a table.
   *
   * @param row the type of the views
   * @param all the whole list in order, as of a snapshot
   * @param view makes the view of an item; empty if the item does not match. Items are read one by
   *     one
   * @param page makes a page of views and the address of the next
   */
  public <T, V> Response filtered(
      ListParameters parameters,
      RecordContext context,
      QueryReader reader,
      Class<V> row,
      Function<RegistrySnapshot, Stream<T>> all,
      Function<RegistrySnapshot, Function<T, Optional<V>>> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    int limit = limit(parameters, reader);
    Optional<TableFormat> table = table(parameters, reader);
    RegistrySnapshot registry = context.registry();
    EntryStamp latest = Objects.requireNonNull(registry.last());
    Cursor first = Cursor.sealed(latest, 0, context.today(), address.digest());
    Optional<EntryStamp> found = snapshot(parameters.cursor, first, registry);
    if (found.isEmpty() && table.isEmpty()) {
      reader.addViolation("cursor", NOT_OURS);
    }
    reader.refuseIfInvalid();
    EntryStamp snapshot = found.orElseThrow();
    RegistrySnapshot then = registry.asOf(snapshot.sequence());
    if (table.isPresent()) {
      Stream<V> rows = all.apply(then).map(view.apply(then)).flatMap(Optional::stream);
      return tables.answer(table.get(), address.name(), row, rows, headers);
    }
    Page<V> cut = Page.of(all.apply(then), offset(parameters), limit, view.apply(then));
    return sent(cut.shown(), cut.isLast() ? null : next(cut.next(), snapshot, first.day()), page);
  }

  /**
   * A page of a history, or all of it as a table.
   *
   * @param row the type of the views
   * @param kept the filter of the statements
   */
  public <T extends AttributedStatement, V> Response history(
      ListParameters parameters,
      QueryReader reader,
      Class<V> row,
      StatementHistory<T> history,
      Predicate<T> kept,
      Function<Recorded<T>, V> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    int limit = limit(parameters, reader);
    Optional<TableFormat> table = table(parameters, reader);
    Optional<EntryStamp> found =
        parameters.cursor == null
            ? Optional.of(history.last())
            : Cursor.of(parameters.cursor)
                .flatMap(
                    cursor ->
                        history
                            .find(cursor.snapshot())
                            .filter(stamp -> cursor.isOf(stamp, address.digest())));
    if (found.isEmpty() && table.isEmpty()) {
      reader.addViolation("cursor", NOT_OURS);
    }
    reader.refuseIfInvalid();
    EntryStamp snapshot = found.orElseThrow();
    List<Recorded<T>> shown =
        history.until(snapshot).stream().filter(s -> kept.test(s.value())).toList();
    if (table.isPresent()) {
      return tables.answer(table.get(), address.name(), row, shown.stream().map(view), headers);
    }
    HistoryPage place = new HistoryPage(address, snapshot, offset(parameters), limit);
    Response answer =
        sent(place.of(shown).stream().map(view).toList(), place.next(shown.size()), page);
    return Response.fromResponse(answer)
        .header(HttpHeaders.ETAG, place.tag(release, shown))
        .build();
  }

  /** Computes the entity tag of a history, for a conditional write to it. */
  public HistoryTag historyTag() {
    return new HistoryTag(release, address);
  }

  private static int limit(ListParameters parameters, QueryReader reader) {
    Integer asked = reader.integer("limit", parameters.limit, 1, MAX_LIMIT);
    return asked == null ? DEFAULT_LIMIT : asked;
  }

  /** The format of the table that is asked for; empty for a page. */
  private Optional<TableFormat> table(ListParameters parameters, QueryReader reader) {
    Optional<TableFormat> table = TableFormat.asked(parameters.format, headers, reader);
    if (table.isPresent()) {
      if (parameters.limit != null) {
        reader.addViolation("limit", NOT_PAGED);
      }
      if (parameters.cursor != null) {
        reader.addViolation("cursor", NOT_PAGED);
      }
    }
    return table;
  }

  private static int offset(ListParameters parameters) {
    return parameters.cursor == null ? 0 : Cursor.of(parameters.cursor).orElseThrow().offset();
  }

  private static <V> Response sent(
      List<V> shown, @Nullable String next, BiFunction<List<V>, @Nullable String, Object> page) {
    Response.ResponseBuilder response = Response.ok(page.apply(shown, next), EntityTags.JSON);
    if (next != null) {
      response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return response.build();
  }

  private String next(int from, EntryStamp snapshot, LocalDate day) {
    return address.link(Cursor.sealed(snapshot, from, day, address.digest()).text());
  }

  /** The snapshot of a cursor, or the latest without one; empty if the cursor is invalid. */
  private static Optional<EntryStamp> snapshot(
      @Nullable String text, Cursor first, RegistrySnapshot registry) {
    if (text == null) {
      return Optional.ofNullable(registry.last());
    }
    return Cursor.of(text)
        .flatMap(
            cursor ->
                registry
                    .find(cursor.snapshot())
                    .filter(stamp -> cursor.isOf(stamp, first.query())));
  }
}
