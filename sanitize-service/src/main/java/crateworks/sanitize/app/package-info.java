/** The process of sanitize: gives files safe names. */
@NullMarked
package crateworks.sanitize.app;

import org.jspecify.annotations.NullMarked;
