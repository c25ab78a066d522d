/** How often the analysis is right on labelled files, and how often simpler methods are. */
@NullMarked
package crateworks.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
