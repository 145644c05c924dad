package org.alliedregistry.http.guard;

import java.util.regex.Pattern;

/**
 * The number of requests that a caller may send per minute.
 *
 * @param perMinute 0 = no limit
 */
record RequestsPerMinute(int perMinute) {

  static final RequestsPerMinute UNLIMITED = new RequestsPerMinute(0);
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");

  /** Reads the setting; throws with the rule if it is invalid. */
  static RequestsPerMinute of(String setting) {
    if (setting.equals("off")) {
      return UNLIMITED;
    }
    if (!WHOLE.matcher(setting).matches()) {
      throw new IllegalArgumentException(
          "must be off, or the number of requests per minute of one caller as a whole number");
    }
    return new RequestsPerMinute(Integer.parseInt(setting));
  }

  boolean isUnlimited() {
    return perMinute == 0;
  }
}
