package crateworks.music.clues;

import java.util.List;
import java.util.Optional;

/** The most credible of the findings offered so far. */
final class Best<T> {
    /** Two statements of equal weight that disagree are half as credible. */
    private static final double CONTRADICTED = 0.5;

    private Optional<Clue<T>> best = Optional.empty();

    /** Takes the findings of one segment; segments come from outside inwards. */
    void offer(List<Finding<T>> findings, Pieces pieces, int segment, double trust) {
        if (findings.isEmpty()) {
            return;
        }
        Finding<T> first = findings.getFirst();
        for (Finding<T> finding : findings) {
            if (finding.confidence() > first.confidence()) {
                first = finding;
            }
        }
        Optional<Finding<T>> rival = rival(first, findings);
        double confidence = trust * first.confidence() * (rival.isPresent() ? CONTRADICTED : 1);
        if (best.isEmpty() || confidence >= best.get().confidence()) {
            String token = pieces.between(first.from(), first.to());
            Optional<String> other = rival.map(each -> pieces.between(each.from(), each.to()));
            best = Optional.of(new Clue<>(first.value(), confidence, segment, token, other));
        }
    }

    Optional<Clue<T>> clue() {
        return best;
    }

    private static <T> Optional<Finding<T>> rival(Finding<T> first, List<Finding<T>> findings) {
        for (Finding<T> finding : findings) {
            if (finding.confidence() == first.confidence()
                    && !finding.value().equals(first.value())) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }
}
