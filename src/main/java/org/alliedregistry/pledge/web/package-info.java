/** Pledges, their statements and positions over HTTP. */
@NullMarked
package org.alliedregistry.pledge.web;

import org.jspecify.annotations.NullMarked;
