/** The object store: packs of contents, the sweep that removes unused ones, and the inbox. */
@NullMarked
package crateworks.adapters.s3;

import org.jspecify.annotations.NullMarked;
