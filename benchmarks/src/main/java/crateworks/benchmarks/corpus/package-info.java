/** Makes large, messy collections whose right counts are known, out of small ones. */
@NullMarked
package crateworks.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
