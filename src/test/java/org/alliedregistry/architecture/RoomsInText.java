package org.alliedregistry.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rooms that a description of the house names: as {@code org.alliedregistry.room} or {@code
 * org/alliedregistry/room}, or indented below the line that ends in {@code org/alliedregistry/}.
 */
public final class RoomsInText {

  private static final Pattern FULL = Pattern.compile("org[./]alliedregistry[./]([a-z]+)\\b");
  private static final Pattern BRANCH = Pattern.compile("^[\\s│├└─|`+-]+([a-z]+)/(?=\\s|$).*");
  private static final Pattern TRUNK = Pattern.compile(".*org/alliedregistry/?\\s*$");

  private RoomsInText() {}

  public static Set<String> named(String text) {
    Set<String> rooms = new TreeSet<>();
    Matcher full = FULL.matcher(text);
    while (full.find()) {
      rooms.add(full.group(1));
    }
    boolean inTree = false;
    for (String line : text.lines().toList()) {
      Matcher branch = BRANCH.matcher(line);
      if (TRUNK.matcher(line).matches()) {
        inTree = true;
      } else if (inTree && branch.matches()) {
        rooms.add(branch.group(1));
      } else if (inTree && !line.startsWith(" ")) {
        inTree = false;
      }
    }
    return rooms;
  }
}
