/** Records, workers and counts, on a real broker where a broker matters. */
@NullMarked
package crateworks.adapters.kafka;

import org.jspecify.annotations.NullMarked;
