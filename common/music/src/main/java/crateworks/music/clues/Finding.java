package crateworks.music.clues;

/** A value found in the pieces {@code from} up to and without {@code to}. */
record Finding<T>(T value, double confidence, int from, int to) {}
