package crateworks.pipeline.query;

import crateworks.pipeline.query.Condition.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a condition word by word: or binds weakest, then and, then not. */
final class ConditionReader {
    private static final int TEXT_CHARS_MAX = 10_000;
    private static final int DEPTH_MAX = 100;
    private static final Map<String, Comparison> COMPARISONS =
            Map.of(
                    "=", Comparison.EQUAL,
                    "<", Comparison.LESS,
                    "<=", Comparison.AT_MOST,
                    ">", Comparison.MORE,
                    ">=", Comparison.AT_LEAST);

    private final String text;
    private final List<Word> words;
    private int at;
    private int depth;

    ConditionReader(String text) {
        if (text.length() > TEXT_CHARS_MAX) {
            throw new MalformedCondition(
                    "", 0, "a condition has at most %,d characters".formatted(TEXT_CHARS_MAX));
        }
        this.text = text;
        this.words = new WordReader(text).read();
    }

    Condition read() {
        Condition condition = any();
        Word rest = word();
        if (rest.kind() != Word.Kind.END) {
            throw wrong(rest, "expected 'and', 'or' or the end, not " + rest.shown());
        }
        return condition;
    }

    private Condition any() {
        var parts = new ArrayList<Condition>();
        parts.add(all());
        while (takes("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition all() {
        var parts = new ArrayList<Condition>();
        parts.add(one());
        while (takes("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition one() {
        if (++depth > DEPTH_MAX) {
            throw wrong(word(), "more than " + DEPTH_MAX + " levels of 'not' and '('");
        }
        try {
            if (takes("not")) {
                return new Condition.Not(one());
            }
            if (takes("(")) {
                Condition inner = any();
                expect(")");
                return inner;
            }
            return test(field());
        } finally {
            depth--;
        }
    }

    private Field field() {
        Word name = word();
        if (name.kind() != Word.Kind.PLAIN) {
            throw wrong(name, "expected a field (" + Field.all() + "), not " + name.shown());
        }
        at++;
        return Field.named(name.text())
                .orElseThrow(
                        () ->
                                wrong(
                                        name,
                                        "there is no field "
                                                + name.shown()
                                                + "; there are "
                                                + Field.all()));
    }

    private Condition test(Field field) {
        if (takes("is")) {
            boolean known = !takes("not");
            expect("known");
            return negatedUnless(known, new Condition.Known(field));
        }
        boolean straight = !takes("not");
        Word operator = word();
        at++;
        return negatedUnless(straight, test(field, operator, straight));
    }

    private Condition test(Field field, Word operator, boolean straight) {
        if (operator.is("in")) {
            return in(field);
        }
        if (operator.is("between")) {
            requireNumber(field, operator);
            double low = number();
            expect("and");
            Word highWord = word();
            double high = number();
            if (high < low) {
                throw wrong(highWord, "the second number of 'between' is the greater one");
            }
            return new Condition.Between(field, low, high);
        }
        if (operator.is("like")) {
            requireText(field, operator);
            return new Condition.Like(field, value());
        }
        if (operator.is("contains")) {
            requireText(field, operator);
            return new Condition.Like(field, "*" + value() + "*");
        }
        if (straight && operator.kind() == Word.Kind.SIGN) {
            return compared(field, operator);
        }
        throw wrong(
                operator,
                "expected =, !=, <, <=, >, >=, between, in, like, contains or is known behind "
                        + field.word()
                        + ", not "
                        + operator.shown());
    }

    private Condition compared(Field field, Word operator) {
        if (operator.is("!=")) {
            return new Condition.Not(equal(field));
        }
        Comparison comparison = COMPARISONS.get(operator.text());
        if (comparison == null) {
            throw wrong(operator, "there is no operator " + operator.shown());
        }
        if (comparison == Comparison.EQUAL) {
            return equal(field);
        }
        requireNumber(field, operator);
        return new Condition.Compared(field, comparison, number());
    }

    private Condition equal(Field field) {
        return field.kind() == Field.Kind.NUMBER
                ? new Condition.Compared(field, Comparison.EQUAL, number())
                : new Condition.OneOf(field, value(field));
    }

    private Condition in(Field field) {
        expect("(");
        var parts = new ArrayList<Condition>();
        var values = new ArrayList<String>();
        do {
            if (field.kind() == Field.Kind.NUMBER) {
                parts.add(new Condition.Compared(field, Comparison.EQUAL, number()));
            } else {
                values.addAll(value(field));
            }
        } while (takes(","));
        expect(")");
        return parts.isEmpty() ? new Condition.OneOf(field, values) : new Condition.Or(parts);
    }

    private List<String> value(Field field) {
        Word value = word();
        String given = value();
        if (field.kind() != Field.Kind.KEY) {
            requireOneOf(field, value, given);
            return List.of(given);
        }
        List<String> spellings = KeyWord.spellings(given);
        if (spellings.isEmpty()) {
            throw wrong(
                    value, value.shown() + " is no key; keys are such as Am, F#m, Bb, \"C minor\"");
        }
        return spellings;
    }

    private String value() {
        Word value = word();
        if (!value.isValue()) {
            throw wrong(value, "expected a value, not " + value.shown());
        }
        at++;
        return value.text();
    }

    private double number() {
        Word value = word();
        String given = value();
        try {
            double number = Double.parseDouble(given);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw wrong(value, "expected a number, not " + value.shown());
    }

    private void requireOneOf(Field field, Word value, String given) {
        boolean isOpen = field.words().isEmpty();
        if (!isOpen && field.words().stream().noneMatch(given::equalsIgnoreCase)) {
            throw wrong(
                    value,
                    "there is no "
                            + field.word()
                            + " "
                            + value.shown()
                            + "; there are "
                            + String.join(", ", field.words()));
        }
    }

    private void requireNumber(Field field, Word operator) {
        if (field.kind() != Field.Kind.NUMBER) {
            throw wrong(
                    operator,
                    operator.shown() + " is for numbers, and " + field.word() + " is none");
        }
    }

    private void requireText(Field field, Word operator) {
        if (field.kind() == Field.Kind.NUMBER) {
            throw wrong(
                    operator,
                    operator.shown() + " is for texts, and " + field.word() + " is a number");
        }
    }

    private static Condition negatedUnless(boolean straight, Condition condition) {
        return straight ? condition : new Condition.Not(condition);
    }

    private Word word() {
        return words.get(Math.min(at, words.size() - 1));
    }

    private boolean takes(String expected) {
        boolean found = word().is(expected);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String expected) {
        if (!takes(expected)) {
            throw wrong(word(), "expected '" + expected + "', not " + word().shown());
        }
    }

    private MalformedCondition wrong(Word place, String sentence) {
        return new MalformedCondition(text, place.offset(), sentence);
    }
}
