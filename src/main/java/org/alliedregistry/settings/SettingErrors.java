package org.alliedregistry.settings;

import io.smallrye.config.ConfigValidationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Describes invalid settings in one line, with the values that they accept. */
public final class SettingErrors {

  private static final Pattern BAD =
      Pattern.compile(
          "The config property (\\S+) with the config value \"(.*)\" threw an Exception whilst"
              + " being converted (.*)",
          Pattern.DOTALL);
  private static final Pattern EMPTY =
      Pattern.compile("The config property (\\S+) is (?:defined as the empty String|required)");

  /** The rules for messages of the framework, by a part of the message. */
  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning("Expected an integer value", "must be a whole number"),
          new Meaning("Expected a long value", "must be a whole number"),
          new Meaning("Invalid duration", "must be a time, such as 500ms or 15s"));

  private record Meaning(String part, String rule) {}

  private SettingErrors() {}

  public static String of(ConfigValidationException failure) {
    Set<String> statement = new LinkedHashSet<>();
    for (int i = 0; i < failure.getProblemCount(); i++) {
      statement.add(say(failure.getProblem(i).getMessage()));
    }
    return String.join("; ", statement);
  }

  private static String say(String problem) {
    Matcher bad = BAD.matcher(problem);
    if (bad.find()) {
      return say(bad.group(1), bad.group(2), rule(bad.group(3)));
    }
    Matcher empty = EMPTY.matcher(problem);
    return empty.find()
        ? named(empty.group(1)) + " is empty; give it a value, or leave it out"
        : oneLine(problem);
  }

  /** The line about one setting. */
  public static String say(String property, String value, String rule) {
    return named(property) + " is '" + oneLine(value) + "'; it " + rule;
  }

  /** The environment variable of a setting, under the name that the operator gave it. */
  public static String variable(String property) {
    return asVariable(ConfigProvider.getConfig().getConfigValue(property).getName());
  }

  private static String named(String property) {
    return asVariable(property) + " (" + property + ")";
  }

  /** The name of a setting as an environment variable. */
  static String asVariable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static String rule(String reason) {
    return MEANINGS.stream()
        .filter(meaning -> reason.contains(meaning.part))
        .map(Meaning::rule)
        .findFirst()
        .orElseGet(
            () -> reason.startsWith("must ") ? reason : "is not understood: " + oneLine(reason));
  }

  private static String oneLine(String text) {
    return text.replaceAll("SRCFG\\d+: ", "").replaceAll("\\s+", " ");
  }
}
