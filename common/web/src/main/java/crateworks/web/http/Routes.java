package crateworks.web.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which endpoint answers which method and path. */
public final class Routes {
    private record Route(String method, List<String> segments, Endpoint endpoint) {}

    /** An endpoint, and what the path says for the variables of its template. */
    record Match(Endpoint endpoint, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();

    /** Adds an endpoint; in {@code template} a segment in braces is a variable. */
    public Routes get(String template, Endpoint endpoint) {
        return add("GET", template, endpoint);
    }

    /** The same for calls that change something. */
    public Routes post(String template, Endpoint endpoint) {
        return add("POST", template, endpoint);
    }

    private Routes add(String method, String template, Endpoint endpoint) {
        routes.add(new Route(method, segments(template), endpoint));
        return this;
    }

    /** The endpoint for a call; exact segments go before variables. */
    Optional<Match> find(String method, String path) {
        List<String> segments = segments(path);
        Optional<Match> found = Optional.empty();
        for (Route route : routes) {
            if (!route.method().equals(method)) {
                continue;
            }
            Optional<Map<String, String>> variables = variables(route.segments(), segments);
            if (variables.isPresent()
                    && (found.isEmpty()
                            || variables.get().size() < found.get().variables().size())) {
                found = Optional.of(new Match(route.endpoint(), variables.get()));
            }
        }
        return found;
    }

    /** The methods that are answered at a path. */
    Set<String> methods(String path) {
        List<String> segments = segments(path);
        var methods = new LinkedHashSet<String>();
        for (Route route : routes) {
            if (variables(route.segments(), segments).isPresent()) {
                methods.add(route.method());
            }
        }
        return methods;
    }

    /** Every method and template, as {@code GET /api/files/{file}}. */
    public List<String> all() {
        return routes.stream()
                .map(route -> route.method() + " /" + String.join("/", route.segments()))
                .toList();
    }

    private static Optional<Map<String, String>> variables(
            List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (int at = 0; at < template.size(); at++) {
            String wanted = template.get(at);
            if (wanted.startsWith("{")) {
                variables.put(wanted.substring(1, wanted.length() - 1), path.get(at));
            } else if (!wanted.equals(path.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
