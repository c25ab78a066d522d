/** Makes one file of each part of a file. */
@NullMarked
package crateworks.split;

import org.jspecify.annotations.NullMarked;
