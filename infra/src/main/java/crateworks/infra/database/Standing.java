package crateworks.infra.database;

import java.io.IOException;

/** By which way a new database server would get a user other than root. */
public enum Standing {
    ORDINARY_USER,
    USER_NAMESPACE,
    OTHER_USER,
    NONE;

    /** Tries the ways in the order of preference. */
    public static Standing ofThisProcess() throws IOException, InterruptedException {
        if (!Placement.isRoot()) {
            return ORDINARY_USER;
        }
        if (new ServerAccount.Unmapped().canEnter("/")) {
            return USER_NAMESPACE;
        }
        return new ServerAccount.Other(ServerAccount.Other.NOBODY).canEnter("/")
                ? OTHER_USER
                : NONE;
    }
}
