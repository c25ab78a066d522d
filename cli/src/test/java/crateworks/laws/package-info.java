/** The laws of the product, checked on runs of the real command. */
@NullMarked
package crateworks.laws;

import org.jspecify.annotations.NullMarked;
