package crateworks.cli;

import crateworks.pipeline.StageName;
import java.util.Arrays;
import java.util.List;

/** How many workers each stage has. */
final class Workers {
    private static final int WORKERS_MAX = 256;

    private Workers() {}

    /**
     * As many as keep {@code processors} busy: thinking stages get one each, the others fewer. One
     * worker ingests, so that of several files with one content always the first one found goes on
     * (docs/rationale/kafka.md).
     */
    static List<Integer> sizedAfter(int processors) {
        int thinking = Math.max(1, processors);
        int waiting = Math.max(1, processors / 2);
        return Arrays.stream(StageName.values())
                .map(
                        stage ->
                                switch (stage) {
                                    case INGEST -> 1;
                                    case SPLIT, ANALYZE -> thinking;
                                    case SANITIZE, RENAME -> waiting;
                                    case EXPORT -> Math.min(8, thinking);
                                })
                .toList();
    }

    static List<Integer> parse(String list) {
        String[] numbers = list.split(",", -1);
        if (numbers.length != StageName.values().length) {
            throw unfit();
        }
        return Arrays.stream(numbers).map(Workers::number).toList();
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= WORKERS_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unfit();
        }
        throw unfit();
    }

    private static Usage unfit() {
        return new Usage(
                ExitCode.USAGE,
                "--workers takes six numbers from 1 to "
                        + WORKERS_MAX
                        + ", such as 16,32,16,24,32,8: ingest, sanitize, split, analyze, rename,"
                        + " export.");
    }
}
