/** Pledges, their statements and positions over HTTP. */
@NullMarked
package org.alliedregistry.api.pledge;

import org.jspecify.annotations.NullMarked;
