/**
 * The wire records of the topics, flat and readable as JSON; the only thing that stages know of
 * each other.
 */
@NullMarked
package crateworks.pipeline.message;

import org.jspecify.annotations.NullMarked;
