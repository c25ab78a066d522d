/** Why a file is what the catalog says it is, for terminals and pages. */
@NullMarked
package crateworks.web.why;

import org.jspecify.annotations.NullMarked;
