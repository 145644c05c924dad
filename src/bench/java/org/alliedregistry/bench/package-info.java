/** What the benchmarks are made of. */
@NullMarked
package org.alliedregistry.bench;

import org.jspecify.annotations.NullMarked;
