/** The published contract, as committed, and a page to try it. */
@NullMarked
package org.alliedregistry.contract;

import org.jspecify.annotations.NullMarked;
