/** Coverage over HTTP: the parameters of a question, and its answer with every number's reason. */
@NullMarked
package org.alliedregistry.api.coverage;

import org.jspecify.annotations.NullMarked;
