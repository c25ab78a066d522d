/** How far runs are, and the streams of events that tell it. */
@NullMarked
package crateworks.web.live;

import org.jspecify.annotations.NullMarked;
