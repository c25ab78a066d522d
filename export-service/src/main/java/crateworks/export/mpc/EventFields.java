package crateworks.export.mpc;

import crateworks.music.mpc.PatternFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The numbers of one event by name, those of objects in it behind a dot. */
final class EventFields {
    private static final double NEUTRAL = 0.5;

    /**
     * The numbers behind the bit that late flat files add, 2,048 for notes and 256 for the rest.
     */
    private static final int LATE_NOTE = 0x802;

    private static final int LATE_AUTOMATION = 0x101;
    private static final int FLAT_NOTE = 2;

    private final Map<String, Double> numbers = new HashMap<>();

    void put(String name, double number) {
        numbers.put(name, number);
    }

    PatternFile.Event event() throws IOException {
        int type = (int) need("type");
        if (numbers.containsKey("note.note")) {
            return new PatternFile.Event.Note(
                    type,
                    (long) need("time"),
                    (long) need("note.length"),
                    (int) need("note.note"),
                    need("note.velocity"),
                    modifier());
        }
        if (numbers.containsKey("automation.parameter")) {
            return new PatternFile.Event.Automation(
                    type,
                    (long) need("time"),
                    (int) need("automation.parameter"),
                    need("automation.value"),
                    (int) need("automation.note"));
        }
        return flat(type);
    }

    private PatternFile.Event flat(int type) throws IOException {
        return switch (type) {
            case FLAT_NOTE, LATE_NOTE ->
                    new PatternFile.Event.Note(
                            type,
                            (long) need("time"),
                            (long) need("len"),
                            (int) need("1"),
                            need("2"),
                            numbers.getOrDefault("modVal", NEUTRAL));
            case 1, LATE_AUTOMATION ->
                    new PatternFile.Event.Automation(
                            type, (long) need("time"), (int) need("1"), need("2"), (int) need("3"));
            default -> throw new IOException("no event has the type " + type);
        };
    }

    private double modifier() {
        Double flat = numbers.get("note.modifierValue");
        return flat != null ? flat : numbers.getOrDefault("note.modifierValue0", NEUTRAL);
    }

    private double need(String name) throws IOException {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IOException("an event without " + name);
        }
        return number;
    }
}
