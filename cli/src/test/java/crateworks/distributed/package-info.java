/** The five services as processes of their own, against one broker, database and store. */
@NullMarked
package crateworks.distributed;

import org.jspecify.annotations.NullMarked;
