package crateworks.pipeline.query;

import java.util.List;

/** A condition on files. */
public sealed interface Condition {
    /** All of them, at least one. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Any of them, at least one. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** A number compared with another. */
    record Compared(Field field, Comparison comparison, double value) implements Condition {}

    /** A number from {@code low} to {@code high}, both included. */
    record Between(Field field, double low, double high) implements Condition {}

    /** One of these texts, keys or tags, whatever their case. */
    record OneOf(Field field, List<String> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** A text of this pattern: {@code *} is anything, {@code ?} any character. */
    record Like(Field field, String pattern) implements Condition {}

    /** Something is known at all. */
    record Known(Field field) implements Condition {}

    /** How numbers compare. */
    enum Comparison {
        EQUAL("="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * Reads what a user wrote.
     *
     * @throws MalformedCondition that says what is wrong and where
     */
    static Condition parse(String text) {
        return new ConditionReader(text).read();
    }
}
