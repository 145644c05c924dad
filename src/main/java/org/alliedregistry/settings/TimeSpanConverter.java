package org.alliedregistry.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads a duration above 0, at most a year. */
public final class TimeSpanConverter implements Converter<Duration> {

  private static final long serialVersionUID = 1L;
  private static final Duration MAX = Duration.ofDays(365);

  @Override
  public Duration convert(String setting) {
    return checkRange(
        Duration.ofMillis(1), MAX, setting, "must be a time above 0, such as 500ms or 15s");
  }

  /** Reads a duration of 0 or more, at most a year. */
  public static final class OrNone implements Converter<Duration> {

    private static final long serialVersionUID = 1L;

    @Override
    public Duration convert(String setting) {
      return checkRange(Duration.ZERO, MAX, setting, "must be a time, such as 500ms or 15s, or 0s");
    }
  }

  /** Reads an allowed difference of clocks. */
  public static final class OfClocks implements Converter<Duration> {

    private static final long serialVersionUID = 1L;

    @Override
    public Duration convert(String setting) {
      return checkRange(
          Duration.ZERO, Duration.ofMinutes(5), setting, "must be a time from 0s to 5m");
    }
  }

  private static Duration checkRange(Duration min, Duration max, String setting, String rule) {
    Duration time = parsed(setting);
    if (time == null || time.compareTo(min) < 0 || time.compareTo(max) > 0) {
      throw new IllegalArgumentException(rule);
    }
    return time;
  }

  private static @Nullable Duration parsed(String setting) {
    try {
      return DurationConverter.parseDuration(setting.strip());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }
}
