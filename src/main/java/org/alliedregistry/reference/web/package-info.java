/** Allies, capabilities and conditions over HTTP. */
@NullMarked
package org.alliedregistry.reference.web;

import org.jspecify.annotations.NullMarked;
