/** Giving out and revoking tokens over HTTP. */
@NullMarked
package org.alliedregistry.access.web;

import org.jspecify.annotations.NullMarked;
