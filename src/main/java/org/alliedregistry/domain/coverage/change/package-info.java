/** The changes of coverage: from day to day, and from one entry of the ledger to the next. */
@NullMarked
package org.alliedregistry.domain.coverage.change;

import org.jspecify.annotations.NullMarked;
