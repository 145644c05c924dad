package org.alliedregistry.seed;

import java.util.function.Function;
import org.alliedregistry.domain.record.RegistrySnapshot;

/**
 * One step of an update.
 *
 * @param about the path of what may change
 * @param decision decides on the registry with the changes so far; throws a ProblemException if the
 *     change is refused
 */
record UpdateStep(String about, Function<RegistrySnapshot, Change> decision) {}
