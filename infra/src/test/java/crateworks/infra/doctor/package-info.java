@NullMarked
package crateworks.infra.doctor;

import org.jspecify.annotations.NullMarked;
