package crateworks.pipeline.query;

/** A piece of a condition's text: {@code offset} is where it begins. */
record Word(Kind kind, String text, int offset) {
    enum Kind {
        PLAIN,
        QUOTED,
        SIGN,
        END
    }

    /** Whether it is this sign, or this word of the language. */
    boolean is(String expected) {
        return kind != Kind.QUOTED && text.equalsIgnoreCase(expected);
    }

    boolean isValue() {
        return kind == Kind.PLAIN || kind == Kind.QUOTED;
    }

    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
