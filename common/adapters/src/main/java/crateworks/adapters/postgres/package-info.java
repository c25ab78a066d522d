/**
 * Touches PostgreSQL: one class for each port of the pipeline, set-based statements, and one
 * transaction for each call. The tables are explained in {@code docs/formats/database.md}.
 */
@NullMarked
package crateworks.adapters.postgres;

import org.jspecify.annotations.NullMarked;
