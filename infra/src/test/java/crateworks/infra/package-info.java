@NullMarked
package crateworks.infra;

import org.jspecify.annotations.NullMarked;
