package crateworks.faults;

import crateworks.faults.Tongue.Way;

/** How a wire treats what goes over it. */
sealed interface Weather {
    Weather FAIR = new Fair();

    Weather UNAVAILABLE = new Answered(503, "SlowDown");

    /** Everything goes through. */
    record Fair() implements Weather {}

    /** Connections are refused, and those that exist are cut. */
    record Down() implements Weather {}

    /** Nothing arrives, this way or both ways, and nobody is told. */
    record Silent(boolean toServer, boolean fromServer) implements Weather {
        boolean stops(Way way) {
            return way == Way.TO_SERVER ? toServer : fromServer;
        }
    }

    /** Bytes trickle. */
    record Slow(int bytesPerSecond) implements Weather {}

    /** Requests are answered with this status in the server's place. */
    record Answered(int status, String code) implements Weather {}

    /** Answers break off after so many bytes. */
    record BrokenOff(int bytes) implements Weather {}

    /** Answers name another tag than the content has. */
    record WrongTag() implements Weather {}
}
