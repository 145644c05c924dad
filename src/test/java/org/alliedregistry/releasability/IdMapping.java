package org.alliedregistry.releasability;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alliedregistry.http.InstantSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Which id, instant, tag, revision and cursor of the registry with everything stands for which of
 * the other: one for one, and instants in the same order.
 */
final class IdMapping {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<cursor>(?<=cursor=)[A-Za-z0-9_-]+)"
              + "|(?<uuid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
              + "|(?<event>\\b[0-9a-z]{8,13}-[0-9a-f]{16}\\b)"
              + "|(?<digest>\\b(?:[0-9a-f]{32}|[0-9a-f]{16})\\b)"
              + "|(?<instant>\\d{4}-\\d{2}-\\d{2}T\\d{2}(?::|%3A)\\d{2}(?::|%3A)\\d{2}"
              + "(?:\\.\\d+)?Z)");

  private static final Pattern CURSOR =
      Pattern.compile("[0-9a-z-]+\\.\\d+\\.\\d{4}-\\d{2}-\\d{2}\\..*");

  private final Map<String, String> theirs = new HashMap<>();
  private final Map<String, String> ours = new HashMap<>();
  private final NavigableMap<Instant, Instant> instants = new TreeMap<>();
  private final Map<Instant, Instant> back = new HashMap<>();

  /** From now on the two stand for each other; false where one of them has another partner. */
  boolean pair(String with, String without) {
    String known = theirs.putIfAbsent(with, without);
    String other = ours.putIfAbsent(without, with);
    return (known == null || known.equals(without)) && (other == null || other.equals(with));
  }

  /** Ends an earlier pairing of what nobody was to see, once somebody may. */
  void pairAnew(String with, String without) {
    String before = theirs.remove(with);
    if (before != null) {
      ours.remove(before);
    }
    pair(with, without);
  }

  /** The same for instants, which must also keep their order. */
  boolean pair(Instant with, Instant without) {
    Instant known = instants.get(with);
    Instant other = back.get(without);
    if (known != null || other != null) {
      return without.equals(known) && with.equals(other);
    }
    Map.Entry<Instant, Instant> before = instants.lowerEntry(with);
    Map.Entry<Instant, Instant> after = instants.higherEntry(with);
    if ((before != null && !before.getValue().isBefore(without))
        || (after != null && !after.getValue().isAfter(without))) {
      return false;
    }
    instants.put(with, without);
    back.put(without, with);
    return true;
  }

  /** The text as the other registry is asked it. */
  String translate(String text) {
    return TOKEN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(translated(found.group())));
  }

  private String translated(String token) {
    Optional<Instant> instant = instant(token);
    if (instant.isEmpty()) {
      return theirs.getOrDefault(token, token);
    }
    Instant partner = instants.get(instant.get());
    if (partner == null) {
      return token;
    }
    String text = InstantSerializer.text(partner);
    return token.contains("%3A") ? text.replace(":", "%3A") : text;
  }

  /** Where the two texts first differ in more than idMapping; null where they do not. */
  @Nullable String difference(String with, String without) {
    Matcher left = TOKEN.matcher(with);
    Matcher right = TOKEN.matcher(without);
    int leftEnd = 0;
    int rightEnd = 0;
    while (true) {
      boolean more = left.find();
      boolean other = right.find();
      String leftText = with.substring(leftEnd, more ? left.start() : with.length());
      String rightText = without.substring(rightEnd, other ? right.start() : without.length());
      if (!leftText.equals(rightText)) {
        return "at " + leftEnd + ": " + firstDifference(leftText, rightText);
      }
      if (more != other) {
        return "one goes on: " + with.substring(leftEnd) + " | " + without.substring(rightEnd);
      }
      if (!more) {
        return null;
      }
      if (!arePartners(left.group(), right.group())) {
        return around(with, left.start(), left.end())
            + " stands where its partner does not: "
            + around(without, right.start(), right.end());
      }
      leftEnd = left.end();
      rightEnd = right.end();
    }
  }

  /** How much of a text is not the same in both registries. */
  static int variable(String text) {
    return TOKEN.matcher(text).results().mapToInt(r -> r.end() - r.start()).sum();
  }

  private boolean arePartners(String with, String without) {
    Optional<Instant> left = instant(with);
    Optional<Instant> right = instant(without);
    if (left.isPresent() || right.isPresent()) {
      return left.isPresent() && right.isPresent() && pair(left.get(), right.get());
    }
    Optional<Instant> leftEvent = instantOfEvent(with);
    Optional<Instant> rightEvent = instantOfEvent(without);
    if (leftEvent.isPresent() || rightEvent.isPresent()) {
      return leftEvent.isPresent()
          && rightEvent.isPresent()
          && pair(leftEvent.get(), rightEvent.get())
          && pair(with, without);
    }
    return pair(with, without) && sayTheSame(cursor(with), cursor(without));
  }

  /** Cursors: of the same day and offset, in idMapping of snapshots. */
  private boolean sayTheSame(String[] with, String[] without) {
    return with.length < 3
        ? without.length < 3
        : without.length >= 3
            && arePartners(with[0], without[0])
            && with[1].equals(without[1])
            && with[2].equals(without[2]);
  }

  private static String[] cursor(String token) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
      return CURSOR.matcher(plain).matches() ? plain.split("\\.") : new String[0];
    } catch (IllegalArgumentException e) {
      return new String[0];
    }
  }

  private static Optional<Instant> instant(String token) {
    return token.endsWith("Z") && token.contains("T")
        ? Optional.of(Instant.parse(token.replace("%3A", ":")))
        : Optional.empty();
  }

  /** The instant that the id of an event begins with. */
  static Optional<Instant> instantOfEvent(String token) {
    return token.matches("[0-9a-z]{8,13}-[0-9a-f]{16}")
        ? Optional.of(
            Instant.EPOCH.plus(
                Long.parseLong(token.substring(0, token.indexOf('-')), 36), ChronoUnit.MICROS))
        : Optional.empty();
  }

  private static String firstDifference(String left, String right) {
    int i = 0;
    while (i < left.length() && i < right.length() && left.charAt(i) == right.charAt(i)) {
      i++;
    }
    return around(left, i, i) + " | " + around(right, i, i);
  }

  private static String around(String text, int from, int to) {
    return text.substring(Math.max(0, from - 120), Math.min(text.length(), to + 120));
  }
}
