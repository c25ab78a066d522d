/** How the weights of the analysis are learnt from labelled files. */
@NullMarked
package crateworks.benchmarks.learning;

import org.jspecify.annotations.NullMarked;
