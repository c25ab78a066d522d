/** Measures the product's own command on a made collection, and checks its ledger. */
@NullMarked
package crateworks.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
