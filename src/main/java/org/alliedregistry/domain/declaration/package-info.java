/** What a group of allies declares together without amounts. */
@NullMarked
package org.alliedregistry.domain.declaration;

import org.jspecify.annotations.NullMarked;
