package crateworks.benchmarks.corpus;

import java.io.IOException;

/** The MIDI files that variants are made of, in an order that the seed has chosen. */
public interface Bases {
    /** Where they are from, for the manifest. */
    String origin();

    int count();

    /** The bytes of one; not all of them need be music. */
    byte[] bytes(int base) throws IOException;
}
