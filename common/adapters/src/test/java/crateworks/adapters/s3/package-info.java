/** The object store's adapters against a real S3-compatible server. */
@NullMarked
package crateworks.adapters.s3;

import org.jspecify.annotations.NullMarked;
