/** The fakes keep their contracts. */
@NullMarked
package crateworks.testkit.blob;

import org.jspecify.annotations.NullMarked;
