/** The embedded Kafka broker. */
@NullMarked
package crateworks.infra.broker;

import org.jspecify.annotations.NullMarked;
