/** One file of the library, for people who look at it and listen to it. */
@NullMarked
package crateworks.web.file;

import org.jspecify.annotations.NullMarked;
