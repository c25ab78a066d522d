/** What stages are asked to do, without a database. */
@NullMarked
package crateworks.testkit.control;

import org.jspecify.annotations.NullMarked;
