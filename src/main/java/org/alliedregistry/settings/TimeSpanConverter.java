package org.alliedregistry.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** How long: more than nothing, and at most a year. */
public final class TimeSpanConverter implements Converter<Duration> {

  private static final long serialVersionUID = 1L;
  private static final Duration A_YEAR = Duration.ofDays(365);

  @Override
  public Duration convert(String setting) {
    return within(Duration.ofMillis(1), A_YEAR, setting, "must be a time above 0, as 500ms or 15s");
  }

  /** The same, or no time at all. */
  public static final class OrNone implements Converter<Duration> {

    private static final long serialVersionUID = 1L;

    @Override
    public Duration convert(String setting) {
      return within(Duration.ZERO, A_YEAR, setting, "must be a time, as 500ms or 15s, or 0s");
    }
  }

  /** How far clocks may differ. */
  public static final class OfClocks implements Converter<Duration> {

    private static final long serialVersionUID = 1L;

    @Override
    public Duration convert(String setting) {
      return within(Duration.ZERO, Duration.ofMinutes(5), setting, "must be a time from 0s to 5m");
    }
  }

  private static Duration within(Duration min, Duration max, String setting, String rule) {
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
