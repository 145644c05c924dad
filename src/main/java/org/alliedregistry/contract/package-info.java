/** Completes the published contract while it is generated; nothing here runs in the service. */
@NullMarked
package org.alliedregistry.contract;

import org.jspecify.annotations.NullMarked;
