/** Everything said across pledges over HTTP. */
@NullMarked
package org.alliedregistry.api.statement;

import org.jspecify.annotations.NullMarked;
