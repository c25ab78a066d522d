/** Standard MIDI Files: reading them tolerantly, their events and notes, and writing them. */
@NullMarked
package crateworks.music.midi;

import org.jspecify.annotations.NullMarked;
