/** The embedded stack: broker, database and object store under one JVM. */
@NullMarked
package crateworks.infra;

import org.jspecify.annotations.NullMarked;
