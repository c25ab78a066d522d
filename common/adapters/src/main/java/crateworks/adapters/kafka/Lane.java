package crateworks.adapters.kafka;

import crateworks.pipeline.message.Message;
import java.util.Optional;

/**
 * The way of a stage's records.
 *
 * @param out where results go; empty when nobody reads them
 * @param type what the records of {@code in} are
 */
public record Lane<M extends Message>(String in, Optional<String> out, Class<M> type) {}
