package crateworks.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file is, told from its first bytes and then from its name. */
public enum ContentKind {
    /** A Standard MIDI File, bare, in RIFF, behind a MacBinary header or behind a little junk. */
    MIDI,
    /** Called like a MIDI file, although the first bytes do not show one. */
    MIDI_CANDIDATE,
    /** A clip of MIDI 2.0 ({@code SMF2CLIP}), which is not a Standard MIDI File. */
    MIDI2_CLIP,
    ZIP,
    SEVEN_ZIP,
    RAR,
    TAR,
    GZIP,
    XZ,
    ZSTD,
    BZIP2,
    /** Neither music nor a known archive. */
    OTHER;

    /** How many first bytes {@link #of} looks at; fewer are enough when the file is shorter. */
    public static final int HEAD_BYTES = 1024;

    private static final Set<String> MIDI_EXTENSIONS = Set.of("mid", "midi", "kar", "rmi", "smf");

    private static final Map<String, ContentKind> ARCHIVE_EXTENSIONS =
            Map.ofEntries(
                    Map.entry("zip", ZIP),
                    Map.entry("7z", SEVEN_ZIP),
                    Map.entry("rar", RAR),
                    Map.entry("tar", TAR),
                    Map.entry("gz", GZIP),
                    Map.entry("tgz", GZIP),
                    Map.entry("xz", XZ),
                    Map.entry("txz", XZ),
                    Map.entry("zst", ZSTD),
                    Map.entry("tzst", ZSTD),
                    Map.entry("bz2", BZIP2),
                    Map.entry("tbz2", BZIP2));

    private static final int TAR_HEADER_BYTES = 512;
    private static final int TAR_MAGIC_OFFSET = 257;
    private static final int TAR_CHECKSUM_OFFSET = 148;
    private static final int TAR_CHECKSUM_BYTES = 8;
    private static final int RIFF_FORM_OFFSET = 8;

    /**
     * Tells the kind of a file: content that is recognised counts more than the name.
     *
     * @param head the first {@link #HEAD_BYTES} of the file, or all of a shorter one
     * @param name the file's name or path; only its extension is looked at
     */
    public static ContentKind of(byte[] head, String name) {
        ContentKind found = ofContent(head);
        return found == OTHER ? ofName(name) : found;
    }

    /** Whether it shall be handed to the reader of MIDI files, which has the last word. */
    public boolean isMusic() {
        return this == MIDI || this == MIDI_CANDIDATE || this == MIDI2_CLIP;
    }

    /** Whether it has members, or is one compressed file. */
    public boolean isArchive() {
        return !isMusic() && this != OTHER;
    }

    private static ContentKind ofContent(byte[] head) {
        if (starts(head, 0, "MThd")) {
            return MIDI;
        }
        if (starts(head, 0, "SMF2CLIP")) {
            return MIDI2_CLIP;
        }
        if (starts(head, 0, "RIFF")) {
            return starts(head, RIFF_FORM_OFFSET, "RMID") ? MIDI : OTHER;
        }
        ContentKind archive = ofArchive(head);
        if (archive != OTHER) {
            return archive;
        }
        return holdsMidiHeader(head) ? MIDI : OTHER;
    }

    private static ContentKind ofArchive(byte[] head) {
        if (starts(head, 0, "PK\3\4") || starts(head, 0, "PK\5\6") || starts(head, 0, "PK\7\10")) {
            return ZIP;
        }
        if (starts(head, 0, "7z\u00BC\u00AF'\u001C")) {
            return SEVEN_ZIP;
        }
        if (starts(head, 0, "Rar!\u001A\7") || starts(head, 0, "RE~^")) {
            return RAR;
        }
        if (starts(head, 0, "\u001F\u008B\b")) {
            return GZIP;
        }
        if (starts(head, 0, "\u00FD7zXZ\0")) {
            return XZ;
        }
        if (starts(head, 0, "(\u00B5/\u00FD")) {
            return ZSTD;
        }
        if (starts(head, 0, "BZh") && starts(head, 4, "1AY&SY")) {
            return BZIP2;
        }
        return isTar(head) ? TAR : OTHER;
    }

    /** A header of six bytes, as every writer makes it, so that random bytes are not taken in. */
    private static boolean holdsMidiHeader(byte[] head) {
        for (int offset = 1; offset < head.length - 7; offset++) {
            if (head[offset] == 'M' && starts(head, offset, "MThd\0\0\0\6")) {
                return true;
            }
        }
        return false;
    }

    /** POSIX and GNU headers say so; older ones are known by their checksum. */
    private static boolean isTar(byte[] head) {
        if (head.length < TAR_HEADER_BYTES || head[0] == 0) {
            return false;
        }
        return starts(head, TAR_MAGIC_OFFSET, "ustar") || checksumIsRight(head);
    }

    private static boolean checksumIsRight(byte[] head) {
        int sum = TAR_CHECKSUM_BYTES * ' ';
        for (int offset = 0; offset < TAR_HEADER_BYTES; offset++) {
            boolean inChecksum =
                    offset >= TAR_CHECKSUM_OFFSET
                            && offset < TAR_CHECKSUM_OFFSET + TAR_CHECKSUM_BYTES;
            sum += inChecksum ? 0 : head[offset] & 0xFF;
        }
        String written = new String(head, TAR_CHECKSUM_OFFSET, TAR_CHECKSUM_BYTES, ISO_8859_1);
        String digits = written.replace('\0', ' ').strip();
        return digits.matches("[0-7]{1,7}") && Integer.parseInt(digits, 8) == sum;
    }

    private static ContentKind ofName(String name) {
        String extension = extension(name);
        if (MIDI_EXTENSIONS.contains(extension)) {
            return MIDI_CANDIDATE;
        }
        return ARCHIVE_EXTENSIONS.getOrDefault(extension, OTHER);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean starts(byte[] head, int offset, String magic) {
        if (head.length < offset + magic.length()) {
            return false;
        }
        for (int at = 0; at < magic.length(); at++) {
            if ((head[offset + at] & 0xFF) != magic.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
