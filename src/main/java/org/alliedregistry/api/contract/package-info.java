/** The published contract, a page to try it, and security.txt. */
@NullMarked
package org.alliedregistry.api.contract;

import org.jspecify.annotations.NullMarked;
