package crateworks.music.analysis;

import crateworks.music.analysis.DrumEstimate.Technique;
import java.util.EnumSet;
import java.util.Set;

/** Which ways of playing stand out in a drum part. */
final class DrumTechniques {
    private static final int GHOST_VELOCITY_MAX = 45;
    private static final int ACCENT_VELOCITY_MIN = 75;
    private static final double GHOST_SHARE = 0.15;

    /** Hits in a row that make a roll or a run of the feet. */
    private static final int RUN_MIN = 6;

    /** Two hits of a drum this close are one flam. */
    private static final double FLAM_SECONDS = 0.035;

    private static final int FLAMS_MIN = 2;
    private static final double FLAM_SHARE = 0.01;

    private static final double ROLL_SECONDS = 0.13;
    private static final double FEET_SECONDS = 0.18;

    /** In a blast beat snare and kick each come again within this: eighths at 150 and faster. */
    private static final double BLAST_SECONDS = 0.2;

    /** So many hits of each, in the same stretch, make a blast beat. */
    private static final int BLAST_MIN = 8;

    private DrumTechniques() {}

    static Set<Technique> of(Columns drums, BeatGrid grid, double bpm) {
        Set<Technique> found = EnumSet.noneOf(Technique.class);
        double secondsPerTick = 60 / (bpm * grid.beatTicks());
        if (hasGhostNotes(drums)) {
            found.add(Technique.GHOST_NOTES);
        }
        int snares = longestRun(drums, DrumClass.SNARE, secondsPerTick, ROLL_SECONDS);
        int toms = longestRun(drums, DrumClass.TOM, secondsPerTick, ROLL_SECONDS);
        int kicks = longestRun(drums, DrumClass.KICK, secondsPerTick, FEET_SECONDS);
        if (Math.max(snares, toms) >= RUN_MIN) {
            found.add(Technique.ROLL);
        }
        if (kicks >= RUN_MIN) {
            found.add(Technique.DOUBLE_BASS);
        }
        if (hasBlast(drums, secondsPerTick)) {
            found.add(Technique.BLAST_BEAT);
        }
        if (flams(drums, secondsPerTick) >= FLAMS_MIN + FLAM_SHARE * drums.count) {
            found.add(Technique.FLAM);
        }
        return found;
    }

    /**
     * Whether feet and one hand run side by side for a while, together or in turn: that the snare
     * is as fast as the kick is what a blast beat has and a roll or a run of the feet has not.
     */
    private static boolean hasBlast(Columns drums, double secondsPerTick) {
        double kickAt = Double.NEGATIVE_INFINITY;
        double snareAt = Double.NEGATIVE_INFINITY;
        int kicks = 0;
        int snares = 0;
        for (int row = 0; row < drums.count; row++) {
            DrumClass drumClass = DrumMap.sound(drums.pitch[row]).drumClass();
            double at = drums.onTick[row] * secondsPerTick;
            if (drumClass == DrumClass.KICK && at - kickAt >= FLAM_SECONDS) {
                kicks = at - kickAt <= BLAST_SECONDS ? kicks + 1 : 1;
                kickAt = at;
            } else if (drumClass == DrumClass.SNARE && at - snareAt >= FLAM_SECONDS) {
                snares = at - snareAt <= BLAST_SECONDS ? snares + 1 : 1;
                snareAt = at;
            }
            boolean isSide = Math.abs(kickAt - snareAt) <= BLAST_SECONDS;
            if (isSide && Math.min(kicks, snares) >= BLAST_MIN) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasGhostNotes(Columns drums) {
        int snares = 0;
        int soft = 0;
        int hard = 0;
        for (int row = 0; row < drums.count; row++) {
            if (DrumMap.sound(drums.pitch[row]).drumClass() == DrumClass.SNARE) {
                snares++;
                soft += drums.velocity[row] <= GHOST_VELOCITY_MAX ? 1 : 0;
                hard += drums.velocity[row] >= ACCENT_VELOCITY_MIN ? 1 : 0;
            }
        }
        return soft >= 2 && hard >= 2 && soft >= GHOST_SHARE * snares;
    }

    /** The most hits of a class that follow each other within a time, flams not counted. */
    private static int longestRun(
            Columns drums, DrumClass drumClass, double secondsPerTick, double within) {
        int longest = 0;
        int run = 0;
        int lastTick = -1;
        for (int row = 0; row < drums.count; row++) {
            if (DrumMap.sound(drums.pitch[row]).drumClass() != drumClass) {
                continue;
            }
            double gap = (drums.onTick[row] - (double) lastTick) * secondsPerTick;
            if (lastTick >= 0 && gap < FLAM_SECONDS) {
                continue;
            }
            run = lastTick >= 0 && gap <= within ? run + 1 : 1;
            longest = Math.max(longest, run);
            lastTick = drums.onTick[row];
        }
        return longest;
    }

    private static int flams(Columns drums, double secondsPerTick) {
        int flams = 0;
        int lastTick = -1;
        for (int row = 0; row < drums.count; row++) {
            if (DrumMap.sound(drums.pitch[row]).drumClass() != DrumClass.SNARE) {
                continue;
            }
            double gap = (drums.onTick[row] - (double) lastTick) * secondsPerTick;
            flams += lastTick >= 0 && gap > 0.008 && gap < FLAM_SECONDS ? 1 : 0;
            lastTick = drums.onTick[row];
        }
        return flams;
    }
}
