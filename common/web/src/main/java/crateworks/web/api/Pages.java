package crateworks.web.api;

import crateworks.web.http.Call;
import crateworks.web.http.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Pages of lists: one more than asked for is read, which tells whether another one follows. */
final class Pages {
    static final int LIMIT_MAX = 500;
    static final int LIMIT_DEFAULT = 50;
    private static final int AFTER_MAX = 2_000;

    private Pages() {}

    static int limit(Call call) {
        return call.integer("limit", 1, LIMIT_MAX).orElse(LIMIT_DEFAULT);
    }

    static Optional<String> after(Call call) {
        return call.text("after", AFTER_MAX);
    }

    static OptionalLong afterNumber(Call call) {
        return call.number("after", 1, Long.MAX_VALUE - 1);
    }

    static Problem badAfter() {
        return Problem.badParameter("after", "after is what the page before gave as next.");
    }

    static <T> List<T> cut(List<T> page, int limit) {
        return page.size() > limit ? page.subList(0, limit) : page;
    }

    static <T> Optional<String> next(List<T> page, int limit, Function<T, String> mark) {
        return page.size() > limit
                ? Optional.of(mark.apply(page.get(limit - 1)))
                : Optional.empty();
    }
}
