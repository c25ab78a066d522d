/** What every call goes through: the guard, the routes, JSON and problem details. */
@NullMarked
package crateworks.web.http;

import org.jspecify.annotations.NullMarked;
