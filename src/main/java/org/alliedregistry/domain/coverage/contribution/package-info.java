/** What one pledge, or one whole with its parts, contributes to a requirement. */
@NullMarked
package org.alliedregistry.domain.coverage.contribution;

import org.jspecify.annotations.NullMarked;
