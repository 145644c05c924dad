package org.alliedregistry.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.problem.Query;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/** Cuts a list into pages that belong to one snapshot of the registry. */
@RequestScoped
public class Pages {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  private final Ledger ledger;
  private final UriInfo uri;

  Pages(Ledger ledger, UriInfo uri) {
    this.ledger = ledger;
    this.uri = uri;
  }

  /**
   * One page.
   *
   * @param all the whole list in order, as of a snapshot
   * @param view what is sent of one item
   * @param page what a page of them is
   */
  public <T, V> Response page(
      ListParameters parameters,
      Query query,
      Function<Registry, List<T>> all,
      BiFunction<Registry, T, V> view,
      BiFunction<List<V>, @Nullable String, Object> page) {
    Integer asked = query.whole("limit", parameters.limit, 1, MAX_LIMIT);
    int limit = asked == null ? DEFAULT_LIMIT : asked;
    Registry now = ledger.registry();
    Cursor from = start(parameters.cursor, query, now);
    query.refuseIfFaulty();
    Registry snapshot = now.asOf(from.sequence());
    List<T> items = all.apply(snapshot);
    int end = Math.min(items.size(), from.offset() + limit);
    List<V> shown =
        items.subList(Math.min(from.offset(), end), end).stream()
            .map(item -> view.apply(snapshot, item))
            .toList();
    String next =
        end < items.size() ? link(new Cursor(from.sequence(), end, from.query()).text()) : null;
    Response.ResponseBuilder response = Response.ok(page.apply(shown, next));
    if (next != null) {
      response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return response.build();
  }

  private Cursor start(@Nullable String text, Query query, Registry now) {
    Stamp last = now.last();
    long sequence = last == null ? 0 : last.sequence();
    Cursor first = new Cursor(sequence, 0, digest());
    if (text == null) {
      return first;
    }
    Cursor cursor = Cursor.of(text).orElse(null);
    if (cursor == null || cursor.sequence() > sequence || !cursor.query().equals(first.query())) {
      query.fault("cursor", "is not one this list gave for this query; begin again without it");
      return first;
    }
    return cursor;
  }

  /** The path and the parameters but the cursor and the limit, in a fixed order. */
  private String digest() {
    CRC32 crc = new CRC32();
    crc.update((uri.getPath() + parameters("cursor", "limit")).getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }

  private String link(String cursor) {
    String rest = parameters("cursor");
    return uri.getPath() + "?" + rest + (rest.isEmpty() ? "" : "&") + "cursor=" + cursor;
  }

  private String parameters(String... but) {
    Map<String, List<String>> sorted = new TreeMap<>(uri.getQueryParameters());
    sorted.keySet().removeAll(List.of(but));
    return sorted.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().get(0), StandardCharsets.UTF_8))
        .reduce((a, b) -> a + "&" + b)
        .orElse("");
  }
}
