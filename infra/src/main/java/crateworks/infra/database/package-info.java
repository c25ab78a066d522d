/** The embedded PostgreSQL server, run as child processes of this JVM. */
@NullMarked
package crateworks.infra.database;

import org.jspecify.annotations.NullMarked;
