/** The calls of the API, as {@code openapi.yaml} describes them, one class a subject. */
@NullMarked
package crateworks.web.api;

import org.jspecify.annotations.NullMarked;
