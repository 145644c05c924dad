package org.alliedregistry.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names from answers, for later requests. */
final class KnownNames {

  private static final int MOST = 300;
  private static final int MOST_READ = 20_000;
  private static final Pattern NAMED =
      Pattern.compile("\"(id|code|reference|next|revision|recordedAt)\":\"([^\"\\\\]{1,300})\"");

  private final Map<String, List<String>> names = new HashMap<>();
  private final Random random;

  KnownNames(Random random) {
    this.random = random;
  }

  /** Keeps the names of an answer, by the path that was asked. */
  void learn(String address, FuzzAnswer answer) {
    answer.header("ETag").ifPresent(tag -> add("etag", tag));
    answer.header("Revision").ifPresent(revision -> add("revision", revision));
    String[] segments = address.replaceAll("\\?.*", "").split("/", -1);
    String kind = segments.length > 2 ? segments[2] : "";
    boolean isStatements = address.contains("/statements");
    String text = answer.text();
    Matcher found = NAMED.matcher(text.substring(0, Math.min(text.length(), MOST_READ)));
    while (found.find()) {
      String name = found.group(1);
      add(name.equals("id") && isStatements ? "statement" : of(kind, name), found.group(2));
    }
  }

  private static String of(String kind, String name) {
    return switch (name) {
      case "id" -> kind + ".id";
      case "code" -> kind + ".code";
      default -> name;
    };
  }

  void add(String kind, String name) {
    if (kind.equals("baselines.code") && !Character.isLowerCase(name.charAt(0))) {
      return; // the code of one of its requirements
    }
    List<String> all = names.computeIfAbsent(kind, k -> new ArrayList<>());
    if (all.size() < MOST) {
      all.add(name);
    } else {
      all.set(random.nextInt(MOST), name);
    }
  }

  /** One of a kind; empty where none is known. */
  String any(String kind) {
    List<String> all = names.getOrDefault(kind, List.of());
    return all.isEmpty() ? "" : all.get(random.nextInt(all.size()));
  }

  /** What a parameter or property of this name may be; empty where nothing is known. */
  String named(String name, String path) {
    return switch (name) {
      case "ally", "allies", "without" -> any("allies.code");
      case "capability" -> any("capabilities.code");
      case "condition", "conditions", "assume", "deny", "lifts" -> any("conditions.code");
      case "baseline" -> any("baselines.code");
      case "code" -> any(path.split("/", -1)[2] + ".code");
      case "id" -> any(path.startsWith("/v1/tokens") ? "tokens.id" : "pledges.id");
      case "partOf", "pledge" -> any("pledges.id");
      case "statement", "corrects" -> any("statement");
      case "reference" -> any("reference");
      case "after", "Last-Event-ID" -> any("ledger.id");
      case "cursor" -> any("next").replaceFirst(".*cursor=([^&]*).*", "$1");
      case "minRevision" -> any("revision");
      case "knownAt" -> any("recordedAt");
      case "If-Match", "If-None-Match" -> any("etag");
      case "type" -> "conflict";
      default -> "";
    };
  }
}
