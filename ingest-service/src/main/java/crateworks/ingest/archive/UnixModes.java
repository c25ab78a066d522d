package crateworks.ingest.archive;

import crateworks.ingest.archive.Container.Form;

/** The kind of a file that the upper four of the 16 bits of a Unix mode tell. */
final class UnixModes {
    private static final int KIND = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int LINK = 0xA000;

    private UnixModes() {}

    static Form form(int mode) {
        return switch (mode & KIND) {
            case 0, REGULAR -> Form.FILE;
            case FOLDER -> Form.FOLDER;
            case LINK -> Form.LINK;
            default -> Form.DEVICE;
        };
    }
}
