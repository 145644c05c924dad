package org.alliedregistry.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders that a description of the code names: as {@code org.alliedregistry.folder} or {@code
 * org/alliedregistry/folder}, or indented below the line that ends in {@code org/alliedregistry/}.
 */
public final class FoldersInText {

  private static final Pattern FULL = Pattern.compile("org[./]alliedregistry[./]([a-z]+)\\b");
  private static final Pattern BRANCH = Pattern.compile("^[\\s│├└─|`+-]+([a-z]+)/(?=\\s|$).*");
  private static final Pattern TRUNK = Pattern.compile(".*org/alliedregistry/?\\s*$");

  private FoldersInText() {}

  public static Set<String> named(String text) {
    Set<String> folders = new TreeSet<>();
    Matcher full = FULL.matcher(text);
    while (full.find()) {
      folders.add(full.group(1));
    }
    boolean inTree = false;
    for (String line : text.lines().toList()) {
      Matcher branch = BRANCH.matcher(line);
      if (TRUNK.matcher(line).matches()) {
        inTree = true;
      } else if (inTree && branch.matches()) {
        folders.add(branch.group(1));
      } else if (inTree && !line.startsWith(" ")) {
        inTree = false;
      }
    }
    return folders;
  }
}
