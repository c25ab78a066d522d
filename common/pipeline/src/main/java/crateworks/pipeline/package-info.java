/** Agrees: what a stage is, what comes of a file, and which topics join the stages. */
@NullMarked
package crateworks.pipeline;

import org.jspecify.annotations.NullMarked;
