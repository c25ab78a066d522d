@NullMarked
package crateworks.infra.database;

import org.jspecify.annotations.NullMarked;
