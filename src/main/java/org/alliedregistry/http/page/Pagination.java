package org.alliedregistry.http.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.alliedregistry.http.read.EntityTags;
import org.alliedregistry.http.read.RecordAccess;
import org.alliedregistry.http.read.StatementHistory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Pages of a list. All pages that a client reads in sequence show one snapshot of the registry. */
@RequestScoped
public class Pagination {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final String NOT_OURS =
      "is not one this list gave for this query; begin again without it";

  private final RecordAccess recordAccess;
  private final ListAddress address;
  private final Clock clock;
  private final String release;

  Pagination(
      RecordAccess recordAccess,
      ListAddress address,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.version") String release) {
    this.recordAccess = recordAccess;
    this.address = address;
    this.clock = clock;
    this.release = release;
  }

  /**
   * A page of a list.
   *
   * @param all the whole list in order, as of a snapshot
   * @param view makes the view of an item
   * @param page makes a page of views and the address of the next
   */
  public <T, V> Response page(
      ListParameters parameters,
      QueryReader reader,
      Function<RegistrySnapshot, List<T>> all,
      BiFunction<RegistrySnapshot, T, V> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    return filtered(
        parameters,
        reader,
        then -> all.apply(then).stream(),
        then -> item -> Optional.of(view.apply(then, item)),
        page);
  }

  /**
   * A page of a filtered list.
   *
   * @param all the whole list in order, as of a snapshot
   * @param view makes the view of an item; empty if the item does not match. Items are read one by
   *     one
   * @param page makes a page of views and the address of the next
   */
  public <T, V> Response filtered(
      ListParameters parameters,
      QueryReader reader,
      Function<RegistrySnapshot, Stream<T>> all,
      Function<RegistrySnapshot, Function<T, Optional<V>>> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    Integer asked = reader.integer("limit", parameters.limit, 1, MAX_LIMIT);
    int limit = asked == null ? DEFAULT_LIMIT : asked;
    RegistrySnapshot registry = recordAccess.registry(parameters, reader);
    EntryStamp latest = Objects.requireNonNull(registry.last());
    Cursor first = Cursor.sealed(latest, 0, parameters.today(clock), address.digest());
    Optional<EntryStamp> found = snapshot(parameters.cursor, first, registry);
    if (found.isEmpty()) {
      reader.addViolation("cursor", NOT_OURS);
    }
    reader.refuseIfInvalid();
    EntryStamp snapshot = found.orElseThrow();
    RegistrySnapshot then = registry.asOf(snapshot.sequence());
    Page<V> cut = Page.of(all.apply(then), offset(parameters), limit, view.apply(then));
    return sent(cut.shown(), cut.isLast() ? null : next(cut.next(), snapshot, first.day()), page);
  }

  /**
   * A page of a history. Its cursors have the id and the day of the last entry of the history. So
   * the bytes of a page do not change with the day, nor with entries on other objects.
   *
   * @param kept the filter of the statements
   */
  public <T extends AttributedStatement, V> Response history(
      ListParameters parameters,
      QueryReader reader,
      StatementHistory<T> history,
      Predicate<T> kept,
      Function<Recorded<T>, V> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    Integer asked = reader.integer("limit", parameters.limit, 1, MAX_LIMIT);
    Optional<EntryStamp> found =
        parameters.cursor == null
            ? Optional.of(history.last())
            : Cursor.of(parameters.cursor)
                .flatMap(
                    cursor ->
                        history
                            .find(cursor.snapshot())
                            .filter(stamp -> cursor.isOf(stamp, address.digest())));
    if (found.isEmpty()) {
      reader.addViolation("cursor", NOT_OURS);
    }
    reader.refuseIfInvalid();
    EntryStamp snapshot = found.orElseThrow();
    List<Recorded<T>> shown =
        history.until(snapshot).stream().filter(s -> kept.test(s.value())).toList();
    Place place =
        new Place(
            snapshot, dayOf(snapshot), offset(parameters), asked == null ? DEFAULT_LIMIT : asked);
    Response answer = cut(shown, place, view, page);
    return Response.fromResponse(answer).header(HttpHeaders.ETAG, tag(shown, place)).build();
  }

  /** The entity tag of a history without parameters, for a conditional write to it. */
  public String listETag(StatementHistory<? extends AttributedStatement> history) {
    return tag(
        history.statements(), new Place(history.last(), dayOf(history.last()), 0, DEFAULT_LIMIT));
  }

  /**
   * The entity tag of a page of a history. It is a digest of the release, the entries of the page
   * and the next cursor, which together determine the bytes of the page. The target of a correction
   * is included, because it differs between audiences. A digest of the page itself would need the
   * page for each append, which costs more than the append.
   */
  private <T extends AttributedStatement> String tag(List<Recorded<T>> items, Place place) {
    StringBuilder of = new StringBuilder(release);
    for (Recorded<T> item : place.of(items)) {
      of.append('\n')
          .append(item.stamp().publicDigest())
          .append(' ')
          .append(item.value().attribution().corrects());
    }
    of.append('\n').append(next(items.size(), place));
    return EntityTags.tagOf(of.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDate dayOf(EntryStamp stamp) {
    return LocalDate.ofInstant(stamp.at(), ZoneOffset.UTC);
  }

  private static int offset(ListParameters parameters) {
    return parameters.cursor == null ? 0 : Cursor.of(parameters.cursor).orElseThrow().offset();
  }

  /** The position of a page in a snapshot of the list. */
  private record Place(EntryStamp snapshot, LocalDate day, int offset, int limit) {

    <T> List<T> of(List<T> items) {
      int end = end(items.size());
      return items.subList(Math.min(offset, end), end);
    }

    int end(int size) {
      return Math.min(size, offset + limit);
    }
  }

  private <T, V> Response cut(
      List<T> items,
      Place place,
      Function<T, V> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    return sent(place.of(items).stream().map(view).toList(), next(items.size(), place), page);
  }

  private static <V> Response sent(
      List<V> shown, @Nullable String next, BiFunction<List<V>, @Nullable String, Object> page) {
    Response.ResponseBuilder response = Response.ok(page.apply(shown, next), EntityTags.JSON);
    if (next != null) {
      response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return response.build();
  }

  private @Nullable String next(int size, Place place) {
    int end = place.end(size);
    return end < size ? next(end, place.snapshot(), place.day()) : null;
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
