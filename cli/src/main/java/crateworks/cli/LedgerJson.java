package crateworks.cli;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.port.StageControl.Wish;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.StageFigures;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledgers as JSON for scripts: {@code total}, what is {@code asked} of stages, and {@code runs}
 * from the newest on.
 */
final class LedgerJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LedgerJson() {}

    static String of(Sessions sessions, Map<StageName, Wish> wishes) throws Outage {
        ObjectNode root = JSON.createObjectNode();
        root.set("asked", asked(wishes));
        root.set("total", ledger(sessions.total()));
        ArrayNode runs = root.putArray("runs");
        for (Session session : sessions.all()) {
            ObjectNode run = ledger(sessions.ledger(session.id()));
            run.put("id", session.id());
            run.put("state", session.state().name());
            run.put("started_at", session.startedAt().toString());
            ArrayNode sources = run.putArray("sources");
            session.order().sources().forEach(sources::add);
            session.order().drive().ifPresent(drive -> run.put("drive", drive));
            run.set("stages", stages(sessions.figures(session.id())));
            runs.add(run);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    /** What was asked of stages; those without a wish are left out. */
    private static ObjectNode asked(Map<StageName, Wish> wishes) {
        ObjectNode node = JSON.createObjectNode();
        wishes.forEach(
                (stage, wish) -> {
                    if (!wish.equals(Wish.NONE)) {
                        ObjectNode own = node.putObject(stage.word());
                        own.put("paused", wish.paused());
                        wish.workers().ifPresent(workers -> own.put("workers", workers));
                    }
                });
        return node;
    }

    private static ObjectNode ledger(Ledger ledger) {
        ObjectNode node = line(ledger.files());
        node.set("children", line(ledger.children()));
        node.put("unchanged", ledger.unchanged());
        node.put("junk", ledger.junk());
        node.put("balances", ledger.balances());
        return node;
    }

    private static ObjectNode line(Ledger.Line line) {
        ObjectNode node = JSON.createObjectNode();
        node.put("discovered", line.discovered());
        node.put("done", line.done());
        node.put("duplicate", line.duplicate());
        node.put("rejected", line.rejected());
        node.put("parked", line.parked());
        node.put("in_flight", line.inFlight());
        return node;
    }

    private static ObjectNode stages(List<StageFigures> figures) {
        ObjectNode node = JSON.createObjectNode();
        for (StageFigures stage : figures) {
            ObjectNode own = node.putObject(stage.stage());
            own.put("in", stage.in());
            own.put("out", stage.out());
            own.put("duplicate", stage.duplicate());
            own.put("rejected", stage.rejected());
            own.put("parked", stage.parked());
            own.put("seconds", stage.busySeconds());
        }
        return node;
    }
}
