/** What an analysis of a file costs. */
@NullMarked
package crateworks.benchmarks.analysis;

import org.jspecify.annotations.NullMarked;
