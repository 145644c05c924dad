package org.alliedregistry.http.guard;

import java.util.regex.Pattern;

/**
 * How many requests a caller may make.
 *
 * @param perMinute 0 where there is no limit
 */
record RequestsPerMinute(int perMinute) {

  static final RequestsPerMinute UNLIMITED = new RequestsPerMinute(0);
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");

  /** What the setting says, or why it cannot. */
  static RequestsPerMinute of(String setting) {
    if (setting.equals("off")) {
      return UNLIMITED;
    }
    if (!WHOLE.matcher(setting).matches()) {
      throw new IllegalArgumentException(
          "must be off, or the whole number of requests a caller may make in a minute");
    }
    return new RequestsPerMinute(Integer.parseInt(setting));
  }

  boolean isUnlimited() {
    return perMinute == 0;
  }
}
