package crateworks.benchmarks.corpus;

import crateworks.pipeline.Bytes;

/** A file in an archive, under its path there. */
record Member(String name, Bytes content) {}
