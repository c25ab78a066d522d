/** What every blob store must keep, and one that lives in memory. */
@NullMarked
package crateworks.testkit.blob;

import org.jspecify.annotations.NullMarked;
