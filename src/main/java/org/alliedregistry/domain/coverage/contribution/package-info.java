/** The contribution of one pledge, or of one whole with its parts, to a requirement. */
@NullMarked
package org.alliedregistry.domain.coverage.contribution;

import org.jspecify.annotations.NullMarked;
