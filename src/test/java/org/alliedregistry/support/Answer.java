package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Headers;
import org.jspecify.annotations.Nullable;

/** What the service answered. */
public record Answer(int status, Headers headers, String text) {

  public @Nullable String header(String name) {
    return headers.getValue(name);
  }

  /** Where what it recorded can be read: the path of its Location. */
  public String location() {
    return String.valueOf(header("Location")).replaceFirst("^https?://[^/]+", "");
  }

  /** Its body; exact decimals, no name twice. */
  public JsonNode json() {
    return Json.read(text);
  }

  /** The answer, where it is of the status expected; fails with its body where it is not. */
  public Answer expecting(int expected) {
    if (status != expected) {
      throw new AssertionError("expected " + expected + ", got " + status + ": " + text);
    }
    return this;
  }
}
