/** The process of analyze: hears what is in files. */
@NullMarked
package crateworks.analyze.app;

import org.jspecify.annotations.NullMarked;
