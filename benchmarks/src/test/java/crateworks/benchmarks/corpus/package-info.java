@NullMarked
package crateworks.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
