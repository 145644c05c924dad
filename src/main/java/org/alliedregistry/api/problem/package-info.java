/** The problem types over HTTP. */
@NullMarked
package org.alliedregistry.api.problem;

import org.jspecify.annotations.NullMarked;
