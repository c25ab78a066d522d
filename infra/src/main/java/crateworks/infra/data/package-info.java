/** The data directory: what is kept in it, who may use it, and how to reach what runs on it. */
@NullMarked
package crateworks.infra.data;

import org.jspecify.annotations.NullMarked;
