package org.alliedregistry.http.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.alliedregistry.http.ForwardedPrefix;

/** The address of a list, and of its next page. */
@RequestScoped
class ListAddress {

  private final UriInfo uri;
  private final CurrentVertxRequest request;

  ListAddress(UriInfo uri, CurrentVertxRequest request) {
    this.uri = uri;
    this.request = request;
  }

  /** A digest of the path and of the parameters, without cursor and limit, in a fixed order. */
  String digest() {
    CRC32 crc = new CRC32();
    crc.update((path() + parameters("cursor", "limit")).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** The path without a slash at its end, because that names the same list. */
  private String path() {
    String path = uri.getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** The path of the next page, with the prefix of a proxy. */
  String link(String cursor) {
    String rest = parameters("cursor");
    return ForwardedPrefix.of(request.getCurrent().request())
        + path()
        + "?"
        + rest
        + (rest.isEmpty() ? "" : "&")
        + "cursor="
        + cursor;
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
