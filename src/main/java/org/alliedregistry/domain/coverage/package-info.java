/** The coverage of a baseline by the pledges, with the reasons for each number. */
@NullMarked
package org.alliedregistry.domain.coverage;

import org.jspecify.annotations.NullMarked;
