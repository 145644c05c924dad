package org.alliedregistry.domain.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where it can be read. */
public record Source(
    String title,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable LocalDate publishedOn) {}
