@NullMarked
package crateworks.adapters.postgres;

import org.jspecify.annotations.NullMarked;
