package crateworks.music.category;

import crateworks.music.analysis.DrumClass;
import crateworks.music.analysis.DrumEstimate;
import crateworks.music.analysis.DrumSound;
import java.util.EnumMap;
import java.util.Map;

/** Which of the drum shelves a drum part goes on: one of its own for a part of one instrument. */
final class DrumShelf {
    /** One instrument plays this share of the hits of a part that is called after it. */
    private static final double SINGLE_SHARE = 0.9;

    private DrumShelf() {}

    static Decision of(DrumEstimate drums) {
        Map<Category, Integer> hits = new EnumMap<>(Category.class);
        int all = 0;
        for (Map.Entry<DrumSound, Integer> count : drums.counts().entrySet()) {
            hits.merge(shelf(count.getKey().drumClass()), count.getValue(), Integer::sum);
            all += count.getValue();
        }
        for (Map.Entry<Category, Integer> count : hits.entrySet()) {
            if (count.getValue() >= SINGLE_SHARE * all) {
                String share = count.getValue() + " of " + all + " hits";
                return new Decision(
                        count.getKey(),
                        drums.confidence(),
                        Decision.By.DRUMS,
                        drums.reason() + ", and " + share + " are of one kind");
            }
        }
        return new Decision(
                Category.DRUMS,
                drums.confidence(),
                Decision.By.DRUMS,
                drums.reason() + ", of " + hits.size() + " kinds");
    }

    static Category shelf(DrumClass drumClass) {
        return switch (drumClass) {
            case KICK -> Category.DRUM_KICKS;
            case SNARE, CLAP -> Category.DRUM_SNARES;
            case HAT -> Category.DRUM_HATS;
            case CRASH, RIDE -> Category.DRUM_CYMBALS;
            case TOM -> Category.DRUM_TOMS;
            case PERC -> Category.DRUM_PERC;
        };
    }
}
