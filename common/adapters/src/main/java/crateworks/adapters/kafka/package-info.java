/** Carries the pipeline's records over Kafka: workers, topics, waiting records, live figures. */
@NullMarked
package crateworks.adapters.kafka;

import org.jspecify.annotations.NullMarked;
