/** The clock, periodic tasks and the shutdown. */
@NullMarked
package org.alliedregistry.lifecycle;

import org.jspecify.annotations.NullMarked;
