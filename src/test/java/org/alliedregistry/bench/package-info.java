/** What the benchmarks, and the tests of many statements, are made of. */
@NullMarked
package org.alliedregistry.bench;

import org.jspecify.annotations.NullMarked;
