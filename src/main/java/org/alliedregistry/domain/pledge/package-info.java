/** Pledges: their statements, and the terms that are folded from these. */
@NullMarked
package org.alliedregistry.domain.pledge;

import org.jspecify.annotations.NullMarked;
