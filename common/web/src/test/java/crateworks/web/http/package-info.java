@NullMarked
package crateworks.web.http;

import org.jspecify.annotations.NullMarked;
