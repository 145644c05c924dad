/** Coverage over HTTP: the parameters of a question, and its answer with every number's reason. */
@NullMarked
package org.alliedregistry.coverage.web;

import org.jspecify.annotations.NullMarked;
