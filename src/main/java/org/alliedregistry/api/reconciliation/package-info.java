/** What donor and recipient say of the same delivery. */
@NullMarked
package org.alliedregistry.api.reconciliation;

import org.jspecify.annotations.NullMarked;
