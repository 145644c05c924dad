package org.alliedregistry.http.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.json.Digest;

/**
 * The position at which the next page of a list begins. It is opaque to clients. A checksum detects
 * a damaged cursor; it needs no secret, because the cursor contains nothing that the pages hide.
 *
 * @param snapshot the id of the last entry that all pages show
 * @param offset the number of items before the page, shown or not
 * @param day the day on which the first page was read
 * @param query a digest of the path and the parameters
 * @param seal the checksum of the other components
 */
record Cursor(String snapshot, int offset, LocalDate day, String query, String seal) {

  private static final int SEAL_LENGTH = 16;

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9a-z-]{1,30})\\.(\\d{1,9})\\.(\\d{4}-\\d{2}-\\d{2})\\.([0-9a-f]{8})\\.([0-9a-f]{16})");

  static Cursor sealed(EntryStamp snapshot, int offset, LocalDate day, String query) {
    String plain = plain(snapshot.id(), offset, day, query);
    return new Cursor(snapshot.id(), offset, day, query, seal(snapshot, plain));
  }

  static Optional<Cursor> of(String text) {
    try {
      String form = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      Matcher matcher = FORM.matcher(form);
      return matcher.matches()
          ? Optional.of(
              new Cursor(
                  matcher.group(1),
                  Integer.parseInt(matcher.group(2)),
                  LocalDate.parse(matcher.group(3)),
                  matcher.group(4),
                  matcher.group(5)))
          : Optional.empty();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the cursor belongs to this snapshot and this query. */
  boolean isOf(EntryStamp snapshot, String askedQuery) {
    return query.equals(askedQuery) && equals(sealed(snapshot, offset, day, query));
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (plain(snapshot, offset, day, query) + "." + seal).getBytes(StandardCharsets.US_ASCII));
  }

  private static String plain(String snapshot, int offset, LocalDate day, String query) {
    return snapshot + "." + offset + "." + day + "." + query;
  }

  private static String seal(EntryStamp snapshot, String plain) {
    return Digest.of(snapshot.id() + plain).substring(0, SEAL_LENGTH);
  }
}
