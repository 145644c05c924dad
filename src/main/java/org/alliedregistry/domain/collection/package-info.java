/** Persistent collections of the record. */
@NullMarked
package org.alliedregistry.domain.collection;

import org.jspecify.annotations.NullMarked;
