package org.alliedregistry.domain.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The publication that a statement or a number comes from. */
public record Source(
    String title,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable LocalDate publishedOn) {}
