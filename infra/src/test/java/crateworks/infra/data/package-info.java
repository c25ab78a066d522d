@NullMarked
package crateworks.infra.data;

import org.jspecify.annotations.NullMarked;
