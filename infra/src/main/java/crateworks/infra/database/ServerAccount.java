package crateworks.infra.database;

import java.util.ArrayList;
import java.util.List;

/** Who the server's processes run as: PostgreSQL refuses to run as root. */
sealed interface ServerAccount {
    /** The words to put in front of a command. */
    List<String> prefix();

    /** The user of this JVM, who is not root. */
    record Own() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root's files in a new user namespace, in which root is not root. */
    record Unmapped() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "--user");
        }
    }

    /** Another user, for a root who may not make user namespaces. */
    record Other(int uid) implements ServerAccount {
        /** The account without rights; PostgreSQL wants one that has a name. */
        static final int NOBODY = 65534;

        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        }
    }

    /** Whether this account can run programs and enter a folder. */
    default boolean canEnter(String folder) throws InterruptedException {
        var words = new ArrayList<>(prefix());
        words.addAll(List.of("test", "-x", folder, "-a", "-r", folder));
        return ServerCommand.probe(words);
    }
}
