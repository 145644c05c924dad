/** The caller, and what it may see and write. */
@NullMarked
package org.alliedregistry.security;

import org.jspecify.annotations.NullMarked;
