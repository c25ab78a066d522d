package crateworks.export.made;

import crateworks.pipeline.Bytes;

/** A sample of a kit: the note that plays it, the name of its file, and its content. */
record KitSound(int note, String name, SampleSource source) {
    /** Where the content comes from; it is asked only when it is needed. */
    interface SampleSource {
        Bytes wav();
    }
}
