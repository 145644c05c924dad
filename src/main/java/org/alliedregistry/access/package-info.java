/** Who is calling, and what they may write. */
@NullMarked
package org.alliedregistry.access;

import org.jspecify.annotations.NullMarked;
