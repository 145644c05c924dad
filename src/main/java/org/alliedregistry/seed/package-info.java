/** The data that a new store is filled with: the reference data and the bundled public record. */
@NullMarked
package org.alliedregistry.seed;

import org.jspecify.annotations.NullMarked;
