/** What a file is, musically: one file a question, each answer with its confidence and source. */
@NullMarked
package crateworks.music.analysis;

import org.jspecify.annotations.NullMarked;
