/** Doubts: the laws of the pipeline as objects, and what tests need to hold them against it. */
@NullMarked
package crateworks.testkit;

import org.jspecify.annotations.NullMarked;
