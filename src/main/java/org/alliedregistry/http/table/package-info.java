/** Lists as tables: CSV, workbooks and NDJSON. A table is written to a file, then sent. */
@NullMarked
package org.alliedregistry.http.table;

import org.jspecify.annotations.NullMarked;
