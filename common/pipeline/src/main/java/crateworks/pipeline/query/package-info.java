/** What must be true of a file, as users write it: {@code docs/formats/selection.md}. */
@NullMarked
package crateworks.pipeline.query;

import org.jspecify.annotations.NullMarked;
