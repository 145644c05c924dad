/** A pledge is the fold of its statements: what was said, and the terms that follow from it. */
@NullMarked
package org.alliedregistry.domain.pledge;

import org.jspecify.annotations.NullMarked;
