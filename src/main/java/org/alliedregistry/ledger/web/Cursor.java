package org.alliedregistry.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a walk through a list goes on: in which snapshot, after how many items, of which query.
 * Opaque to clients.
 *
 * @param sequence the last ledger entry of the snapshot
 * @param offset how many items were given
 * @param query a digest of the path and the parameters
 */
record Cursor(long sequence, int offset, String query) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})\\.([0-9a-f]{8})");

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (sequence + "." + offset + "." + query).getBytes(StandardCharsets.US_ASCII));
  }

  static Optional<Cursor> of(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      Matcher matcher = FORM.matcher(plain);
      return matcher.matches()
          ? Optional.of(
              new Cursor(
                  Long.parseLong(matcher.group(1)),
                  Integer.parseInt(matcher.group(2)),
                  matcher.group(3)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
