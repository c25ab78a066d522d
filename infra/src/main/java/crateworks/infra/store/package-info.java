/** The embedded S3-compatible object store. */
@NullMarked
package crateworks.infra.store;

import org.jspecify.annotations.NullMarked;
