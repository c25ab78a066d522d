/** The process of rename and export: names files and writes them to a drive. */
@NullMarked
package crateworks.export.app;

import org.jspecify.annotations.NullMarked;
