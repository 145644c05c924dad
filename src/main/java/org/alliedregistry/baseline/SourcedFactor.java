package org.alliedregistry.baseline;

import org.alliedregistry.quantity.PlanningFactor;
import org.alliedregistry.reference.Source;
import org.jspecify.annotations.Nullable;

/** A planning factor and where it comes from. */
public record SourcedFactor(PlanningFactor factor, @Nullable Source source) {}
