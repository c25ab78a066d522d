/**
 * Lessons for the analysis. They lie in its own package, so that what weights are learnt from is
 * what the analysis sees, to the bit.
 */
@NullMarked
package crateworks.music.analysis;

import org.jspecify.annotations.NullMarked;
