/** Keeps the house in order: which room knows which, and what no other tool checks. */
@NullMarked
package crateworks.house;

import org.jspecify.annotations.NullMarked;
