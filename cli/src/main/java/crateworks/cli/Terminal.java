package crateworks.cli;

/** Text from files on a terminal. */
final class Terminal {
    private Terminal() {}

    /** {@code text} with what would steer a terminal, or turn its writing round, made visible. */
    static String printable(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        point -> {
                            int type = Character.getType(point);
                            boolean steers =
                                    type == Character.CONTROL
                                            || type == Character.FORMAT
                                            || type == Character.SURROGATE;
                            if (steers) {
                                shown.append(String.format("\\u%04X", point));
                            } else {
                                shown.appendCodePoint(point);
                            }
                        });
        return shown.toString();
    }
}
