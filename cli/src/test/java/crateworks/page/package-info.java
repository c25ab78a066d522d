/** The page in a real browser, on the real command with everything in it. */
@NullMarked
package crateworks.page;

import org.jspecify.annotations.NullMarked;
