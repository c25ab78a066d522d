package crateworks.adapters.postgres;

import crateworks.pipeline.ItemId;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Ingestion.Content;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Order;
import crateworks.testkit.Conservation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** All ports on one database, and the way of files through them. */
final class Ports {
    /** Newer than that of {@link Samples#music}. */
    static final int ANALYSIS_NOW = 8;

    final PostgresDiscoveries discoveries;
    final PostgresIngestion ingestion;
    final PostgresNaming naming;
    final PostgresSplitting splitting;
    final PostgresAnalysis analysis;
    final PostgresExporting exporting;
    final PostgresDrivePlans plans;
    final PostgresRenditions renditions;
    final PostgresDriveExcess excess;
    final PostgresKnownDrives drives;
    final PostgresParking parking;
    final PostgresSessions sessions;
    final PostgresPace pace;
    final PostgresRequeue requeue;
    final PostgresCatalog catalog;
    final PostgresUserValues userValues;
    final PostgresLookup lookup;
    final Conservation conservation;

    Ports(Postgres postgres) {
        discoveries = new PostgresDiscoveries(postgres);
        ingestion = new PostgresIngestion(postgres);
        naming = new PostgresNaming(postgres);
        splitting = new PostgresSplitting(postgres);
        analysis = new PostgresAnalysis(postgres);
        exporting = new PostgresExporting(postgres);
        plans = new PostgresDrivePlans(postgres);
        drives = new PostgresKnownDrives(postgres);
        renditions = new PostgresRenditions(postgres);
        excess = new PostgresDriveExcess(postgres);
        parking = new PostgresParking(postgres);
        sessions = new PostgresSessions(postgres);
        pace = new PostgresPace(postgres);
        requeue = new PostgresRequeue(postgres, ANALYSIS_NOW);
        catalog = new PostgresCatalog(postgres);
        userValues = new PostgresUserValues(postgres);
        lookup = new PostgresLookup(postgres);
        conservation = new Conservation(sessions);
    }

    long open(Order order) throws Outage {
        return sessions.open(order).id();
    }

    /** Finds files with these names; returns their items. */
    List<Long> find(long session, String... paths) throws Outage {
        var sightings = List.of(paths).stream().map(Samples::sighting).toList();
        return discoveries.record(session, sightings).stream()
                .map(OptionalLong::orElseThrow)
                .toList();
    }

    /** Ingests items, the n-th with the n-th content. */
    List<Claim> ingest(long session, List<Long> items, int... contents) throws Outage {
        var rows = new ArrayList<Content>();
        for (int at = 0; at < contents.length; at++) {
            rows.add(Samples.content(session, items.get(at), contents[at]));
        }
        return ingestion.record(rows, List.of(), List.of());
    }

    long ingest(long session, long item, int content) throws Outage {
        return ingest(session, List.of(item), content).getFirst().file();
    }

    /** Splits one part off. */
    Claim split(long session, long item, long file, int ordinal, int content) throws Outage {
        return splitting
                .record(List.of(Samples.part(session, item, file, ordinal, content)), List.of())
                .getFirst();
    }

    boolean analyze(long session, long item, long file) throws Outage {
        return analysis.record(List.of(Samples.music(session, item, file)), List.of(), true)
                .getFirst()
                .owns();
    }

    /**
     * Takes one file with one part all the way to the end of analysis; returns its item. Names are
     * made from the content.
     */
    long wholeWay(long session, String path, int content, int partContent) throws Outage {
        long item = find(session, path).getFirst();
        naming.record(List.of(Samples.name(item, ingest(session, item, content), "safe_" + path)));
        wholeWayAgain(session, item, content, partContent);
        return item;
    }

    /** Takes an item that was found before through ingest, split and analysis. */
    void wholeWayAgain(long session, long item, int content, int partContent) throws Outage {
        long file = ingest(session, item, content);
        Claim part = split(session, item, file, 0, partContent);
        analyze(session, item, file);
        if (part instanceof Claim.Owner(long child)) {
            analyze(session, ItemId.part(item, 0), child);
        }
    }

    List<Long> waiting(long session, StageName stage) throws Outage {
        return requeue.inFlight(session, stage, 0, 1_000).messages().stream()
                .map(crateworks.pipeline.message.Message::item)
                .toList();
    }
}
