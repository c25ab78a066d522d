package crateworks.ingest.source;

/** Passes findings on and counts them. */
final class WalkCounts {
    private final Findings findings;
    private long files;
    private long junk;
    private long notSettled;
    private long problems;

    WalkCounts(Findings findings) {
        this.findings = findings;
    }

    void put(Finding finding) throws InterruptedException {
        switch (finding) {
            case Finding.FoundFile _ -> files++;
            case Finding.Junk _ -> junk++;
            case Finding.NotSettled _ -> notSettled++;
            case Finding.Problem _ -> problems++;
        }
        findings.accept(finding);
    }

    WalkEnd.Walked end() {
        return new WalkEnd.Walked(files, junk, notSettled, problems);
    }
}
