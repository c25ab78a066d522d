/** Counts what the stages do, with Micrometer. */
@NullMarked
package crateworks.adapters.metrics;

import org.jspecify.annotations.NullMarked;
