/** Makes what a device reads of what lies on a drive: patterns, progressions, kits and packs. */
@NullMarked
package crateworks.export.made;

import org.jspecify.annotations.NullMarked;
