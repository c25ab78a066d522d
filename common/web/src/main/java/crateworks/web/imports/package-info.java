/** How runs are asked for from outside, and from which folders they may start. */
@NullMarked
package crateworks.web.imports;

import org.jspecify.annotations.NullMarked;
