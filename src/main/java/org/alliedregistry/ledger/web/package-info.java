/** Reading the recorded over HTTP: the viewpoint of a question, and pages of one snapshot. */
@NullMarked
package org.alliedregistry.ledger.web;

import org.jspecify.annotations.NullMarked;
