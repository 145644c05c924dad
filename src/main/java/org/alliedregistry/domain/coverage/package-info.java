/** How far the pledges cover a baseline, and why: every number with its trace. */
@NullMarked
package org.alliedregistry.domain.coverage;

import org.jspecify.annotations.NullMarked;
