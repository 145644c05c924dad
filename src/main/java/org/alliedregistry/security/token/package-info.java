/** The tokens that the registry issues, and the issuers it trusts. */
@NullMarked
package org.alliedregistry.security.token;

import org.jspecify.annotations.NullMarked;
