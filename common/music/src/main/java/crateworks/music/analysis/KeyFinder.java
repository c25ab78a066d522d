package crateworks.music.analysis;

import crateworks.music.analysis.KeyEstimate.Alternative;
import crateworks.music.clues.Clue;
import crateworks.music.clues.NamedKey;
import crateworks.music.time.KeySignatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key of a file from its notes, with key signatures and names as further evidence. */
final class KeyFinder {
    /** Fewer pitch classes than this belong to too many keys. */
    private static final int CLASSES_MIN = 3;

    /**
     * How much likelier a stated key becomes: programs write C major unasked, so it counts little.
     */
    private static final double SIGNATURE_WEIGHT = 6;

    private static final double SIGNATURE_UNASKED_WEIGHT = 1.2;

    /** How much likelier a key is that a name states surely; less sure names count less. */
    private static final double NAME_WEIGHT = 60;

    private static final double ALTERNATIVE_MIN = 0.02;

    private KeyFinder() {}

    static KeyEstimate find(
            Optional<KeyEvidence> evidence,
            KeySignatures signatures,
            Optional<Clue<NamedKey>> clue) {
        int classes = evidence.map(KeyFinder::classes).orElse(0);
        if (classes == 0 && clue.isEmpty()) {
            return KeyEstimate.unknown("no pitched notes");
        }
        if (classes < CLASSES_MIN && clue.isEmpty()) {
            String few = classes == 1 ? "1 pitch class" : classes + " pitch classes";
            return KeyEstimate.unknown("only " + few + ", which many keys have");
        }
        double[] likely = classes == 0 ? even() : KeyScores.of(evidence.orElseThrow());
        if (classes < CLASSES_MIN) {
            mix(likely, 0.1);
        }
        Optional<Tonality> byNotes =
                classes < CLASSES_MIN ? Optional.empty() : Optional.of(tonality(best(likely)));
        boolean isStated = weighSignature(likely, signatures);
        clue.ifPresent(named -> weighName(likely, named));
        normalize(likely);
        int key = best(likely);
        boolean isNamed = clue.isPresent() && fits(clue.get().value(), key);
        boolean isByNotes = byNotes.equals(Optional.of(tonality(key)));
        Source source = source(isNamed, !isByNotes && isStated);
        return new KeyEstimate(
                Optional.of(tonality(key)),
                Checks.rounded(likely[key]),
                source,
                classes == 0 ? List.of() : alternatives(likely, key),
                List.of(),
                reason(source, tonality(key), byNotes));
    }

    private static Source source(boolean isNamed, boolean isBySignature) {
        if (isNamed) {
            return Source.NAME;
        }
        return isBySignature ? Source.MAP : Source.NOTES;
    }

    /** {@code byNotes} is empty where too few notes tell a key. */
    private static String reason(Source source, Tonality key, Optional<Tonality> byNotes) {
        if (source != Source.NAME && source != Source.MAP) {
            return "how long which pitches, basses and chords sound";
        }
        String says = source == Source.NAME ? "the name says so" : "the key signature decides";
        if (byNotes.equals(Optional.of(key))) {
            return says + ", and so do the notes";
        }
        return says
                + byNotes.map(notes -> "; the notes alone suggest " + notes.longName())
                        .orElse("; there are too few notes to tell");
    }

    private static int classes(KeyEvidence evidence) {
        int classes = 0;
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            classes += evidence.at(KeyEvidence.LENGTH, pitchClass) > 0 ? 1 : 0;
        }
        return classes;
    }

    private static double[] even() {
        double[] likely = new double[KeyScores.KEYS];
        java.util.Arrays.fill(likely, 1.0 / KeyScores.KEYS);
        return likely;
    }

    private static void mix(double[] likely, double trust) {
        for (int key = 0; key < likely.length; key++) {
            likely[key] = trust * likely[key] + (1 - trust) / likely.length;
        }
    }

    /** The first signature favours its key, and half as much the relative one. */
    private static boolean weighSignature(double[] likely, KeySignatures signatures) {
        if (!signatures.isDeclared()) {
            return false;
        }
        int major = Math.floorMod(signatures.sharps(0) * 7, 12);
        int minor = (major + 9) % 12 + 12;
        boolean isUnasked = signatures.sharps(0) == 0 && !signatures.isMinor(0);
        double weight = isUnasked ? SIGNATURE_UNASKED_WEIGHT : SIGNATURE_WEIGHT;
        int stated = signatures.isMinor(0) ? minor : major;
        int relative = signatures.isMinor(0) ? major : minor;
        likely[stated] *= weight;
        likely[relative] *= Math.max(1, weight / 2);
        return true;
    }

    private static void weighName(double[] likely, Clue<NamedKey> clue) {
        double weight = 1 + NAME_WEIGHT * clue.confidence() * clue.confidence();
        for (int key = 0; key < likely.length; key++) {
            if (fits(clue.value(), key)) {
                likely[key] = (likely[key] + 0.01) * weight;
            }
        }
    }

    private static boolean fits(NamedKey named, int key) {
        Mode mode = tonality(key).mode();
        boolean fitsMode =
                named.mode()
                        .map(stated -> (stated == NamedKey.Mode.MINOR) == (mode == Mode.MINOR))
                        .orElse(true);
        return named.tonicPitchClass() == key % 12 && fitsMode;
    }

    private static void normalize(double[] likely) {
        double sum = 0;
        for (double each : likely) {
            sum += each;
        }
        for (int key = 0; key < likely.length; key++) {
            likely[key] /= sum;
        }
    }

    private static int best(double[] likely) {
        int best = 0;
        for (int key = 1; key < likely.length; key++) {
            best = likely[key] > likely[best] ? key : best;
        }
        return best;
    }

    private static List<Alternative> alternatives(double[] likely, int chosen) {
        double[] rest = likely.clone();
        rest[chosen] = 0;
        List<Alternative> alternatives = new ArrayList<>();
        int next = best(rest);
        while (alternatives.size() < KeyEstimate.ALTERNATIVES_MAX
                && rest[next] >= ALTERNATIVE_MIN) {
            alternatives.add(new Alternative(tonality(next), Checks.rounded(rest[next])));
            rest[next] = 0;
            next = best(rest);
        }
        return alternatives;
    }

    /** The key of a number: the pitch class of the tonic, and 12 more in minor. */
    static Tonality tonality(int key) {
        return new Tonality(key % 12, key < 12 ? Mode.MAJOR : Mode.MINOR);
    }
}
