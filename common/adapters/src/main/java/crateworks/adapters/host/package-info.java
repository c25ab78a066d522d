/** The connections and workers of one process, the same in one JVM and in many. */
@NullMarked
package crateworks.adapters.host;

import org.jspecify.annotations.NullMarked;
