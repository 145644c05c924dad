/** Issuing and revoking tokens over HTTP. */
@NullMarked
package org.alliedregistry.api.token;

import org.jspecify.annotations.NullMarked;
