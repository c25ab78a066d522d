/** Tests of how a run is led. */
@NullMarked
package crateworks.pipeline.lead;

import org.jspecify.annotations.NullMarked;
