package crateworks.adapters.postgres;

/** What a user can do about a file that came to nothing, in one sentence. */
final class NextAction {
    private NextAction() {}

    static String of(String state, String stage, String code) {
        return switch (code) {
            case "ENCRYPTED" -> "Unpack it with its password and run again.";
            case "NOT_MUSIC", "NOT_A_MIDI_FILE" ->
                    "Nothing: it is not music, and stays where it is.";
            case "MIDI_2_CLIP" -> "Export it as a Standard MIDI File and run again.";
            case "EMPTY_FILE", "TRUNCATED_HEADER", "TRUNCATED", "DAMAGED" ->
                    "Copy it again from where it came from and run again.";
            case "LINK", "LINK_LOOP", "BROKEN_LINK", "DEVICE", "NOT_A_FILE" ->
                    "Nothing: only real files and folders are read.";
            case "GONE" -> "Nothing, unless you want it back.";
            case "UNREADABLE" -> "Make it readable and run again.";
            case "NOT_SETTLED" -> "Wait until it is copied completely and run again.";
            case "VANISHED", "SOURCE_UNREADABLE", "SOURCE_CHANGED" ->
                    "Put the source back and retry.";
            case "SCRATCH_FULL" -> "Make room for temporary files and run again.";
            case "NOT_WRITABLE", "PLACE_TAKEN", "NAME_REFUSED" -> "Look at the drive, then retry.";
            case "TIMED_OUT", "OUT_OF_MEMORY", "NESTED_TOO_DEEP" ->
                    "Retry; if it fails again, the file is too big for this machine.";
            case "STORE_DAMAGED" -> "Restore the object store's bucket from a backup, then retry.";
            default -> general(state, stage);
        };
    }

    private static String general(String state, String stage) {
        if (!state.equals(Ending.State.PARKED.word())) {
            return "Nothing can be made of it; find another copy.";
        }
        return stage.equals(Ending.DISCOVER)
                ? "Run again: it is then read again."
                : "Retry; if it fails again, report it with its number.";
    }
}
