package org.alliedregistry.http.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of entity tags in If-Match or If-None-Match (RFC 9110, 13.1). The tag of a compressed
 * answer is read as that of the uncompressed one, because both have the same content.
 *
 * @param any true for a star, which matches every existing resource
 * @param strong the strong tags, in their quotes
 * @param weak the weak tags, in their quotes, without W/
 */
record EntityTagList(boolean any, List<String> strong, List<String> weak) {

  /** One item of the list, which may be empty, with the comma after it. */
  private static final Pattern PLACE =
      Pattern.compile("[ \t]*+(?:(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"))?[ \t]*+(?:,|\\z)");

  /** Empty if the header is neither a star nor a list of quoted tags. */
  static Optional<EntityTagList> of(String header) {
    if (header.strip().equals("*")) {
      return Optional.of(new EntityTagList(true, List.of(), List.of()));
    }
    List<String> strong = new ArrayList<>();
    List<String> weak = new ArrayList<>();
    Matcher place = PLACE.matcher(header);
    int read = 0;
    while (read < header.length() && place.region(read, header.length()).lookingAt()) {
      if (place.group(2) != null) {
        (place.group(1) == null ? strong : weak).add(Coding.plainTag(place.group(2)));
      }
      read = place.end();
    }
    boolean isList = read == header.length() && !(strong.isEmpty() && weak.isEmpty());
    return isList ? Optional.of(new EntityTagList(false, strong, weak)) : Optional.empty();
  }

  /** Strong comparison, for If-Match: weak tags do not count. */
  boolean matchesStrongly(String tag) {
    return any || strong.contains(tag);
  }

  /** Weak comparison, for If-None-Match: weak tags count too. */
  boolean matchesWeakly(String tag) {
    return matchesStrongly(tag) || weak.contains(tag);
  }
}
