@NullMarked
package crateworks.pipeline.session;

import org.jspecify.annotations.NullMarked;
