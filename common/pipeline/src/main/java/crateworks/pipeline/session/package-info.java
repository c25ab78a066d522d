/** What a run is: what was asked for, how far it is, and its ledger. */
@NullMarked
package crateworks.pipeline.session;

import org.jspecify.annotations.NullMarked;
