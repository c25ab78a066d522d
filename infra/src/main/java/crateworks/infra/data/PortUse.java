package crateworks.infra.data;

/** What a TCP port on the loopback interface is used for; names are the keys of the stored file. */
public enum PortUse {
    BROKER(Part.BROKER, "the broker"),
    CONTROLLER(Part.BROKER, "the broker's controller"),
    DATABASE(Part.DATABASE, "the database"),
    STORE(Part.STORE, "the object store");

    private final Part part;
    private final String description;

    PortUse(Part part, String description) {
        this.part = part;
        this.description = description;
    }

    public Part part() {
        return part;
    }

    /** Words for a sentence, such as "the database". */
    public String description() {
        return description;
    }
}
