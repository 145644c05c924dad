package org.alliedregistry.http.page;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.alliedregistry.http.ForwardedPrefix;

/**
 * The address of a list, and of its next page.
 *
 * @param prefix the prefix of a proxy, or empty
 * @param path the path without a slash at its end, because that names the same list
 * @param parameters the query parameters by name; of several values the first
 */
record ListAddress(String prefix, String path, SortedMap<String, String> parameters) {

  static ListAddress of(UriInfo uri, HttpServerRequest request) {
    String path = uri.getPath();
    SortedMap<String, String> parameters = new TreeMap<>();
    uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    return new ListAddress(
        ForwardedPrefix.of(request),
        path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
        parameters);
  }

  /** A digest of the path and of the parameters, without cursor and limit, in a fixed order. */
  String digest() {
    CRC32 crc = new CRC32();
    crc.update((path + parametersWithout("cursor", "limit")).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** The name of a file with the list: the last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path of the next page, with the prefix of a proxy. */
  String link(String cursor) {
    String rest = parametersWithout("cursor");
    return prefix + path + "?" + rest + (rest.isEmpty() ? "" : "&") + "cursor=" + cursor;
  }

  private String parametersWithout(String... names) {
    Map<String, String> rest = new TreeMap<>(parameters);
    rest.keySet().removeAll(List.of(names));
    return rest.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .reduce((a, b) -> a + "&" + b)
        .orElse("");
  }
}
