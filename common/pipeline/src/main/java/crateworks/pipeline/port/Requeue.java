package crateworks.pipeline.port;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import java.util.List;

/**
 * Brings items back onto the topics from what the database knows: after records were lost, for
 * files that failed, for another analysis or another drive.
 */
public interface Requeue {
    /** Records for a topic, and the item after which to ask for the next page. */
    record Page(List<Message> messages, long lastItem) {}

    /**
     * The next records for {@code stage} of items of {@code session} that have no end, as its input
     * topic would carry them: {@code INGEST} (found, not in the library), {@code SANITIZE} (in the
     * library, not at rest), {@code ANALYZE} (parts that are not at rest, and files that were
     * reopened for it), {@code EXPORT} (ready). Other stages have none.
     *
     * @param afterItem 0 for the first page
     * @param max at most so many
     */
    Page inFlight(long session, StageName stage, long afterItem, int max) throws Outage;

    /** How far back a reopened item goes. */
    record Scope(StageName from, List<String> sources) {}

    /**
     * Makes unchanged items of these sources, that are at rest as done, part of {@code session}
     * again, waiting for {@code scope.from}: INGEST, SPLIT (their parents go through sanitize
     * again) or ANALYZE (files and parts that another version of the analysis was done with).
     * Returns how many.
     */
    long reopen(long session, Scope scope) throws Outage;

    /**
     * Makes every analysed file of these sources, and every part of one, that does not lie on
     * {@code drive} yet part of {@code session} again, ready for export. Returns how many.
     */
    long reopenForDrive(long session, List<String> sources, String drive) throws Outage;

    /**
     * Ends as done what a run that goes no further than {@code last}, a stage before analysis, has
     * brought there: what is in the library and has no other end.
     */
    long rest(long session, StageName last) throws Outage;

    /**
     * Makes items of these sources that an earlier run left at a stage before {@code last} part of
     * {@code session}, waiting for sanitize. Returns how many.
     */
    long goOn(long session, List<String> sources, StageName last) throws Outage;

    /** Which parked items to try again. */
    sealed interface Choice {
        record All() implements Choice {}

        record Reason(String reason) implements Choice {}

        record Item(long item) implements Choice {}
    }

    /**
     * What has failed so often is tried again only when it is asked for by its number, so that
     * trying everything again does not spend its time on the same few files for ever.
     */
    int FAILED_ATTEMPTS_MAX = 12;

    /** Makes parked items part of {@code session} again. Returns how many. */
    long retry(long session, Choice choice) throws Outage;
}
