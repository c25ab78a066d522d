package crateworks.benchmarks.accuracy;

import java.util.List;
import java.util.Set;

/**
 * How long chords are right, in seconds: the root, and root and third where the label is a major or
 * minor chord, or no chord (weighted chord symbol recall; Harte 2010, chapter 8.2).
 */
final class ChordScore {
    private static final Set<String> MAJOR =
            Set.of("", "maj", "7", "maj7", "6", "9", "maj9", "add9", "11", "13", "maj6", "maj13");
    private static final Set<String> MINOR =
            Set.of("min", "min7", "min6", "min9", "minmaj7", "min11");

    /** A chord and how long it lasts. */
    record Span(double fromSeconds, double toSeconds, String label) {
        /** As {@code C:maj7/3}, or N for no chord; X, or what has no root, is not scored. */
        boolean isScored() {
            return isSilent() || (!label.isEmpty() && "ABCDEFG".indexOf(label.charAt(0)) >= 0);
        }

        boolean isSilent() {
            return label.equals("N");
        }

        int root() {
            return Labels.pitchClass(label.split("[:/]", 2)[0]);
        }

        /** 0 is major, 1 minor, 2 neither. */
        int third() {
            int colon = label.indexOf(':');
            String name = colon < 0 ? "" : label.substring(colon + 1).split("[/(]", 2)[0];
            return MAJOR.contains(name) ? 0 : MINOR.contains(name) ? 1 : 2;
        }

        boolean hasThird() {
            return isSilent() || third() < 2;
        }
    }

    private double rootSeconds;
    private double rootRight;
    private double thirdSeconds;
    private double thirdRight;

    /** Adds the chords of a file, in the order of time. */
    void add(List<Span> expected, List<Span> found) {
        for (Span span : expected) {
            double length = span.toSeconds() - span.fromSeconds();
            if (!span.isScored() || length <= 0) {
                continue;
            }
            double covered = 0;
            double root = 0;
            double third = 0;
            for (Span other : found) {
                double together =
                        Math.min(span.toSeconds(), other.toSeconds())
                                - Math.max(span.fromSeconds(), other.fromSeconds());
                if (together > 0) {
                    covered += together;
                    boolean isRoot = !span.isSilent() && span.root() == other.root();
                    root += isRoot ? together : 0;
                    third += isRoot && span.third() == other.third() ? together : 0;
                }
            }
            double silent = span.isSilent() ? Math.max(0, length - covered) : 0;
            rootSeconds += length;
            rootRight += Math.min(length, root + silent);
            if (span.hasThird()) {
                thirdSeconds += length;
                thirdRight += Math.min(length, third + silent);
            }
        }
    }

    void add(ChordScore other) {
        rootSeconds += other.rootSeconds;
        rootRight += other.rootRight;
        thirdSeconds += other.thirdSeconds;
        thirdRight += other.thirdRight;
    }

    /** The share of the time with major and minor chords, or none, in which root and third fit. */
    double thirds() {
        return thirdSeconds == 0 ? 0 : thirdRight / thirdSeconds;
    }

    double roots() {
        return rootSeconds == 0 ? 0 : rootRight / rootSeconds;
    }
}
