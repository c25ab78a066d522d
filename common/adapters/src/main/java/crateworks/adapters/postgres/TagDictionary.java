package crateworks.adapters.postgres;

import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers of tags. There are few tags and many marks, so nearly every call is answered from
 * memory; new tags are committed before the rows that speak of them.
 */
final class TagDictionary {
    private static final int REMEMBERED_MAX = 100_000;

    private static final String ADD =
            """
            insert into tag (tag_key, term, category, source)
            select * from unnest(?, ?, ?, ?)
            on conflict (tag_key) do nothing
            """;
    private static final String NUMBERS =
            "select tag_key, id from tag where tag_key in (select unnest(?))";

    private static final String TAGS =
            "select id, term, category, source from tag where id in (select unnest(?))";

    private final Transactions transactions;
    private final Map<Tag, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Tag> tagsByNumber = new ConcurrentHashMap<>();

    TagDictionary(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A tag as a row of the table. */
    record Tag(String term, String category, String source) {
        static Tag of(TagMark mark) {
            return new Tag(mark.term(), mark.category(), mark.source());
        }

        UUID key() {
            return Key.begin().and(term).and(category).and(source).end();
        }
    }

    /** Numbers of tags, as literals of the arrays that files have. */
    interface Numbered {
        /** The numbers of {@code marks} in their order. */
        String numbers(List<TagMark> marks);

        /** How sure {@code marks} are, in their order. */
        static String confidences(List<TagMark> marks) {
            var literal = new StringBuilder("{");
            for (TagMark mark : marks) {
                literal.append(literal.length() == 1 ? "" : ",").append(mark.confidence());
            }
            return literal.append('}').toString();
        }
    }

    /** Makes sure that all these marks have numbers. */
    Numbered number(Collection<List<TagMark>> marks) throws Outage {
        var needed = new HashMap<Tag, Integer>();
        var unknown = new LinkedHashSet<Tag>();
        for (List<TagMark> each : marks) {
            for (TagMark mark : each) {
                Tag tag = Tag.of(mark);
                Integer number = numbers.get(tag);
                if (number == null) {
                    unknown.add(tag);
                } else {
                    needed.put(tag, number);
                }
            }
        }
        if (!unknown.isEmpty()) {
            needed.putAll(add(unknown));
        }
        return list -> literal(list, needed);
    }

    private static String literal(List<TagMark> marks, Map<Tag, Integer> numbers) {
        var literal = new StringBuilder("{");
        for (TagMark mark : marks) {
            literal.append(literal.length() == 1 ? "" : ",").append(numbers.get(Tag.of(mark)));
        }
        return literal.append('}').toString();
    }

    private Map<Tag, Integer> add(Collection<Tag> unknown) throws Outage {
        var byKey = new TreeMap<UUID, Tag>();
        unknown.forEach(tag -> byKey.put(tag.key(), tag));
        var tags = new ArrayList<>(byKey.entrySet());
        Map<Tag, Integer> added =
                transactions.run(
                        connection -> {
                            try (var add = connection.prepareStatement(ADD);
                                    var select = connection.prepareStatement(NUMBERS)) {
                                BatchParameters.of(add, tags)
                                        .keys(Map.Entry::getKey)
                                        .texts(tag -> tag.getValue().term())
                                        .texts(tag -> tag.getValue().category())
                                        .texts(tag -> tag.getValue().source());
                                add.executeUpdate();
                                BatchParameters.of(select, tags).keys(Map.Entry::getKey);
                                return numbers(select, byKey);
                            }
                        });
        if (numbers.size() + added.size() > REMEMBERED_MAX) {
            numbers.clear();
        }
        if (added.size() <= REMEMBERED_MAX) {
            numbers.putAll(added);
        }
        return added;
    }

    private static Map<Tag, Integer> numbers(PreparedStatement select, Map<UUID, Tag> byKey)
            throws SQLException {
        var found = new HashMap<Tag, Integer>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Tag tag = byKey.get(rows.getObject(1, UUID.class));
                if (tag != null) {
                    found.put(tag, rows.getInt(2));
                }
            }
        }
        return found;
    }

    /** The marks of a file from its two arrays. */
    List<TagMark> marks(Connection connection, List<Integer> tags, List<Double> confidences)
            throws SQLException {
        remember(connection, tags);
        var marks = new ArrayList<TagMark>(tags.size());
        for (int at = 0; at < tags.size(); at++) {
            Tag tag = tag(tags.get(at));
            marks.add(new TagMark(tag.term(), tag.category(), tag.source(), confidences.get(at)));
        }
        return marks;
    }

    /** What the tags of a file say, each term once. */
    List<String> terms(Connection connection, List<Integer> tags) throws SQLException {
        remember(connection, tags);
        var terms = new LinkedHashSet<String>();
        for (Integer number : tags) {
            terms.add(tag(number).term());
        }
        return List.copyOf(terms);
    }

    /** What those of a category say, each term once; the case of its name does not count. */
    List<String> terms(Connection connection, List<Integer> tags, String category)
            throws SQLException {
        remember(connection, tags);
        var terms = new LinkedHashSet<String>();
        for (Integer number : tags) {
            if (tag(number).category().equalsIgnoreCase(category)) {
                terms.add(tag(number).term());
            }
        }
        return List.copyOf(terms);
    }

    private Tag tag(int number) {
        Tag tag = tagsByNumber.get(number);
        if (tag == null) {
            throw new IllegalStateException("no tag has the number " + number);
        }
        return tag;
    }

    private void remember(Connection connection, List<Integer> tags) throws SQLException {
        var missing = new LinkedHashSet<Integer>();
        for (Integer number : tags) {
            if (!tagsByNumber.containsKey(number)) {
                missing.add(number);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement(TAGS)) {
            BatchParameters.of(select, List.copyOf(missing)).ints(number -> number);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tagsByNumber.put(
                            rows.getInt(1),
                            new Tag(rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
    }
}
