/** Who is calling, and what they may see and write. */
@NullMarked
package org.alliedregistry.security;

import org.jspecify.annotations.NullMarked;
