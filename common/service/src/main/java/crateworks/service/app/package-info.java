/** What the processes of all services share: settings, health and the drain, with Spring. */
@NullMarked
package crateworks.service.app;

import org.jspecify.annotations.NullMarked;
