package crateworks.music.category;

import java.util.Optional;

/**
 * What one of those that are asked says about the shelf of a file; empty when it has no opinion.
 */
public record Vote(Decision.By by, Optional<Category> category, double confidence, String reason) {
    static Vote of(Decision decision) {
        return new Vote(
                decision.by(),
                Optional.of(decision.category()),
                decision.confidence(),
                decision.reason());
    }

    static Vote none(Decision.By by, String reason) {
        return new Vote(by, Optional.empty(), 0, reason);
    }
}
