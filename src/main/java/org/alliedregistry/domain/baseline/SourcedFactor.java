package org.alliedregistry.domain.baseline;

import org.alliedregistry.domain.quantity.PlanningFactor;
import org.alliedregistry.domain.reference.Source;
import org.jspecify.annotations.Nullable;

/** A planning factor and where it comes from. */
public record SourcedFactor(PlanningFactor factor, @Nullable Source source) {}
