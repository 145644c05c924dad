package org.alliedregistry.http.question;

import java.time.Instant;
import java.time.LocalDate;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What a read sees. It is decided once for each request, by {@link RecordAccess}.
 *
 * @param registry the view of the audience, at the instant if one is asked for
 * @param audience the caller's own audience, or the one asked for
 * @param knownAt the instant asked for; null = the latest snapshot
 * @param today the day in UTC that is meant where no day is asked for: that of the instant, or the
 *     present one
 */
public record RecordContext(
    RegistrySnapshot registry, Audience audience, @Nullable Instant knownAt, LocalDate today) {}
