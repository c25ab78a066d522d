@NullMarked
package crateworks.export.mpc;

import org.jspecify.annotations.NullMarked;
