package org.alliedregistry.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes the error in JSON that is not well-formed. */
final class JsonSyntaxErrors {

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']{1,100})'");

  private JsonSyntaxErrors() {}

  static String describe(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null || at.getLineNr() < 1
            ? ""
            : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return reason(e) + where + ".";
  }

  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.find()) {
      return "The field " + duplicate.group(1) + " is given twice in one object";
    }
    if (e instanceof StreamConstraintsException) {
      return message.contains("depth")
          ? "The JSON is nested deeper than 50 levels"
          : "A number, name or text is too long";
    }
    if (message.contains("Trailing token")) {
      return "The body has more text after the end of the JSON value";
    }
    return "The body is not well-formed JSON";
  }
}
