/** What is needed: versioned statements of requirements and the planning factors they plan with. */
@NullMarked
package org.alliedregistry.domain.baseline;

import org.jspecify.annotations.NullMarked;
