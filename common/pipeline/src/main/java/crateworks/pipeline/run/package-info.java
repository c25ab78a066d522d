/** The runner that is the same for all stages: batches, outages, bisection, time limits. */
@NullMarked
package crateworks.pipeline.run;

import org.jspecify.annotations.NullMarked;
