package crateworks.adapters.host;

import crateworks.pipeline.port.LibrarySearch;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes changed files searchable while somebody searches, some thousand at a time with pauses
 * between; nobody pays for it who never looks.
 */
public final class SearchUpkeep implements AutoCloseable {
    private static final int FILES_AT_ONCE = 2_000;
    private static final int FILES_BEFORE_A_SEARCH = 50;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** So long after a search the next one is expected. */
    private static final Duration EXPECTED_WITHIN = Duration.ofMinutes(10);

    private final LibrarySearch search;
    private final Chore chore;

    /** Who waits longest is next: a search, whose turn the upkeep would take again and again. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private volatile long searchedNanos = System.nanoTime() - EXPECTED_WITHIN.toNanos();

    public SearchUpkeep(LibrarySearch search) {
        this.search = search;
        this.chore = Chore.start("search upkeep", PAUSE, this::isOver);
    }

    private boolean isOver() throws Outage, InterruptedException {
        while (isExpected() && refresh(FILES_AT_ONCE) > 0) {
            Thread.sleep(Duration.ofMillis(20)); // the stages come first
        }
        return false;
    }

    private boolean isExpected() {
        return System.nanoTime() - searchedNanos < EXPECTED_WITHIN.toNanos();
    }

    /** The same search, each use of which is noticed. */
    public LibrarySearch watching(LibrarySearch watched) {
        return new LibrarySearch() {
            @Override
            public List<Hit> find(Question question, OptionalLong before, int max)
                    throws Outage, TooSlow {
                notice();
                return watched.find(question, before, max);
            }

            @Override
            public Counts counts(Question question, int max) throws Outage, TooSlow {
                notice();
                return watched.counts(question, max);
            }

            @Override
            public List<Hit> playsWith(long file, int max) throws Outage, TooSlow {
                notice();
                return watched.playsWith(file, max);
            }

            @Override
            public List<TagWord> tags(String prefix, int max) throws Outage {
                return watched.tags(prefix, max);
            }

            @Override
            public int refresh(int max) throws Outage {
                return watched.refresh(max);
            }
        };
    }

    /**
     * A search sees the latest changes if they are few, and the first after a while more of them.
     */
    private void notice() throws Outage {
        refresh(isExpected() ? FILES_BEFORE_A_SEARCH : FILES_AT_ONCE);
        searchedNanos = System.nanoTime();
    }

    /**
     * The database lets one go on at a time and sends others away, so that a search which came
     * during the upkeep would miss what that is about to show.
     */
    private int refresh(int max) throws Outage {
        turn.lock();
        try {
            return search.refresh(max);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        chore.close();
    }
}
