/** The process of split: makes parts out of files. */
@NullMarked
package crateworks.split.app;

import org.jspecify.annotations.NullMarked;
