/** How fast MIDI files are read and split, beside what the JDK does. */
@NullMarked
package crateworks.benchmarks.midi;

import org.jspecify.annotations.NullMarked;
