@NullMarked
package crateworks.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
