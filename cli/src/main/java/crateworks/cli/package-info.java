/** The command: its options, its reports, and every stage in one JVM. */
@NullMarked
package crateworks.cli;

import org.jspecify.annotations.NullMarked;
