package org.alliedregistry.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads an amount of memory above 0. */
public final class MemoryConverter implements Converter<MemorySize> {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable MemorySize convert(String setting) {
    if (setting.isBlank()) {
      return null;
    }
    MemorySize size = parsed(setting);
    if (size == null) {
      throw new IllegalArgumentException("must be a size above 0, such as 512K, 64M or 1G");
    }
    return size;
  }

  /** Null if it is not an amount above 0, or if it exceeds the range of a long. */
  private static @Nullable MemorySize parsed(String setting) {
    try {
      MemorySize size = new MemorySizeConverter().convert(setting.strip());
      return size.asLongValue() < 1 ? null : size;
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }
}
