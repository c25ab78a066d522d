/** Leads a run through the stages, and brings back what was lost on the way. */
@NullMarked
package crateworks.pipeline.lead;

import org.jspecify.annotations.NullMarked;
