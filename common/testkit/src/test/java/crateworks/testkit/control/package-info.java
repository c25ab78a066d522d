/** The fakes keep their contracts. */
@NullMarked
package crateworks.testkit.control;

import org.jspecify.annotations.NullMarked;
