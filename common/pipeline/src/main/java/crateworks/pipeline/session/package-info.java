/** A run from its first found file to its balanced ledger. */
@NullMarked
package crateworks.pipeline.session;

import org.jspecify.annotations.NullMarked;
