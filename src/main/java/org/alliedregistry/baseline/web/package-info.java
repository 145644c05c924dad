/** Baselines over HTTP. */
@NullMarked
package org.alliedregistry.baseline.web;

import org.jspecify.annotations.NullMarked;
