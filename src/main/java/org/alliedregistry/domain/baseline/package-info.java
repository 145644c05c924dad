/** Baselines: versioned statements of requirements, with their planning factors. */
@NullMarked
package org.alliedregistry.domain.baseline;

import org.jspecify.annotations.NullMarked;
