package crateworks.service.app;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Has Spring say {@link Unfit} settings in their one sentence, without a trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnfitAnalyzer extends AbstractFailureAnalyzer<Unfit> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, Unfit cause) {
        return new FailureAnalysis(cause.getMessage() + ".", null, cause);
    }
}
