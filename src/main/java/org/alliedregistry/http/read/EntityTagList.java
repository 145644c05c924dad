package org.alliedregistry.http.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an If-Match or an If-None-Match lists (RFC 9110, 13.1).
 *
 * @param any a star: whatever there is
 *     <p>The tag of a coded answer stands for the answer itself: whoever has it has the same
 *     content.
 * @param strong the tags in their quotes, but those that are marked as weak
 * @param weak those, without their mark
 */
record EntityTagList(boolean any, List<String> strong, List<String> weak) {

  /** One place of the list, which may be empty, with the comma after it. */
  private static final Pattern PLACE =
      Pattern.compile("[ \t]*+(?:(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"))?[ \t]*+(?:,|\\z)");

  /** Empty where it is neither a star nor a list of quoted tags. */
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

  /** Whether it lists the very bytes: what a write on a condition needs. */
  boolean matchesStrongly(String tag) {
    return any || strong.contains(tag);
  }

  /** Whether it lists them, be it as weak: enough to spare sending them again. */
  boolean matchesWeakly(String tag) {
    return matchesStrongly(tag) || weak.contains(tag);
  }
}
