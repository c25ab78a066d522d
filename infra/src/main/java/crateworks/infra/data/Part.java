package crateworks.infra.data;

/** A server of the embedded stack. */
public enum Part {
    BROKER,
    DATABASE,
    STORE
}
