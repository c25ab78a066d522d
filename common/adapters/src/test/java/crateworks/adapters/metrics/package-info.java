/** Tests of what is counted. */
@NullMarked
package crateworks.adapters.metrics;

import org.jspecify.annotations.NullMarked;
