package org.alliedregistry.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.alliedregistry.recording.reference.CodePatterns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** No pattern reads a text many times over before it says that the text does not match. */
@Execution(ExecutionMode.CONCURRENT)
class LinearPatternsTest {

  private static final int LENGTH = 4_000;

  /** How often a pattern may read each character of a text. */
  private static final int MOST_TIMES = 8;

  private static final List<String> BEGINNINGS =
      List.of("", "http://", "https://", "\"", "W/", "2026-01-01T00:00:00.", "/v1/pledges");

  private static final List<String> REPEATED =
      List.of("a", "A", "1", " ", "\t", "-", "/", "_", ".", "\"", ",", "é", "a/", "/a", "a.", "a ");

  private static final List<String> ENDS = List.of("", " ", "\n", "\u0000", "!", "x", "\ud800");

  /** A text that counts how often its characters are read. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long reads;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void everyPatternReadsEachCharacterAFewTimesAtMost() throws ReflectiveOperationException {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).containsKeys("CodePatterns.URL", "EntityTagList.PLACE", "Cursor.FORM");
    List<String> backtracking = new ArrayList<>();
    patterns.forEach(
        (name, pattern) -> {
          for (String text : texts()) {
            long reads = reads(pattern, text);
            if (reads > (long) MOST_TIMES * LENGTH) {
              backtracking.add(name + " reads " + reads + " characters of " + text.length());
            }
          }
        });
    assertThat(backtracking).isEmpty();
  }

  private static long reads(Pattern pattern, String text) {
    Counted counted = new Counted(text);
    pattern.matcher(counted).matches();
    pattern.matcher(counted).lookingAt();
    return counted.reads;
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String beginning : BEGINNINGS) {
      for (String repeated : REPEATED) {
        String middle = repeated.repeat((LENGTH - 30) / repeated.length());
        ENDS.forEach(end -> texts.add(beginning + middle + end));
      }
    }
    return texts;
  }

  /** Those in fields of the service, and the texts of those that stand on fields of bodies. */
  private static Map<String, Pattern> patterns() throws ReflectiveOperationException {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.alliedregistry")) {
      for (Field field : Class.forName(each.getName()).getDeclaredFields()) {
        if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          patterns.put(
              field.getDeclaringClass().getSimpleName() + "." + field.getName(),
              (Pattern) field.get(null));
        }
      }
    }
    for (Field field : CodePatterns.class.getFields()) {
      if (field.getType() == String.class && !field.getName().endsWith("_RULE")) {
        patterns.put("CodePatterns." + field.getName(), Pattern.compile((String) field.get(null)));
      }
    }
    return patterns;
  }
}
