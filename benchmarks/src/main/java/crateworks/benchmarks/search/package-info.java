/** How quickly the library is searched. */
@NullMarked
package crateworks.benchmarks.search;

import org.jspecify.annotations.NullMarked;
