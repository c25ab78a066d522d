package crateworks.laws;

import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A folder as people have them: songs, duplicates, one drum part in many files, archives in
 * archives, broken files, strange names, things that are no music. The same seed makes the same
 * folder, with times long past.
 */
public final class MessyFolder {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
    private static final List<String> STRANGE_NAMES =
            List.of(
                    "My Song.mid",
                    "My_Song.mid",
                    "my_song.MID",
                    "CON.mid",
                    "-rf.mid",
                    ".hidden.mid",
                    "trail .mid",
                    "G\u266f e\u0301t\u00e9.mid",
                    "\u00e9t\u00e9.mid",
                    "\ud83c\udfb9.mid",
                    "turned\u202egnp.mid",
                    "line\nbreak.mid",
                    "'; drop table file; --.mid",
                    "{bpm} $(id) %s.mid",
                    "x".repeat(240) + ".mid");

    private final Path root;
    private final Random random;

    private MessyFolder(Path root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    /** Fills {@code root}, which need not exist. */
    public static void fill(Path root, long seed) throws IOException {
        new MessyFolder(root, seed).fill();
    }

    /** A file of its own kind, as it has lain there for long. */
    public static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    /** A song that no other seed makes. */
    public static byte[] song(long seed) {
        return new MessyFolder(Path.of(""), seed).song(1, 3);
    }

    /** One voice; all drums of songs are the same. */
    public static byte[] melody(long seed) {
        return new MessyFolder(Path.of(""), seed).song(1, 1);
    }

    private void fill() throws IOException {
        for (int at = 0; at < 60; at++) {
            byte[] song = song(at % 3, 1 + random.nextInt(4));
            put("songs/" + (at % 5) + "/tune " + at + " " + (80 + at) + "bpm.mid", song);
            if (at % 6 == 0) {
                put("copies/again " + at + ".mid", song);
            }
        }
        for (int at = 0; at < STRANGE_NAMES.size(); at++) {
            put("names/" + STRANGE_NAMES.get(at), song(0, 1));
        }
        put(
                "archives/pack.zip",
                zip("a.mid", song(1, 2), "../../b.mid", song(1, 2), "c.txt", text()));
        byte[] inner = zip("deep/d.mid", song(1, 3), "d.mid", song(0, 1));
        put(
                "archives/outer.zip",
                zip("inner.zip", inner, "e.mid", song(0, 2), "a.mid", song(0, 1)));
        put("archives/tape.tar.gz", tarGz("f.mid", song(1, 2), "g.mid", song(2, 2)));
        byte[] whole = zip("h.mid", song(1, 2), "i.mid", song(1, 2));
        put("archives/cut.zip", Arrays.copyOf(whole, whole.length - 40));
        for (int at = 0; at < 20; at++) {
            byte[] broken = song(1, 2);
            int keep = at < 10 ? at : 20 + random.nextInt(broken.length - 20);
            put("broken/cut " + at + ".mid", Arrays.copyOf(broken, keep));
        }
        put("broken/page.mid", text());
        put("other/notes.txt", text());
        put("other/.DS_Store", text());
        put("other/._tune.mid", text());
        Files.createSymbolicLink(root.resolve("other/loop"), Path.of(".."));
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path)) {
                    Files.setLastModifiedTime(path, LONG_AGO);
                }
            }
        }
    }

    private void put(String path, byte[] bytes) throws IOException {
        put(root.resolve(path), bytes);
    }

    private static byte[] text() {
        return "<html>no such file</html>".getBytes(StandardCharsets.UTF_8);
    }

    /** Tracks with notes of their own, and the drums that half of all songs share. */
    private byte[] song(int format, int voices) {
        var writer = new SmfWriter(Math.min(format, 1), new Division.TicksPerQuarter(96), 4_000);
        int tracks = format == 0 ? 1 : voices;
        for (int track = 0; track < tracks; track++) {
            writer.beginTrack();
            if (track == 0) {
                writer.tempo(0, 60_000_000 / (70 + random.nextInt(90)));
                writer.timeSignature(0, 4, 4);
            }
            writer.text(0, 3, track == 1 ? "Drums" : "Voice " + random.nextInt(50));
            if (track == 1 && random.nextBoolean()) {
                drums(writer);
            } else {
                notes(writer, format == 0 ? voices : 1, track);
            }
        }
        byte[] bytes = writer.toBytes().toArray();
        bytes[9] = (byte) format;
        return bytes;
    }

    private void notes(SmfWriter writer, int channels, int first) {
        int root = 36 + random.nextInt(40);
        writer.channelMessage(0, 0xC0 | first, random.nextInt(128), 0);
        for (int step = 0; step < 32; step++) {
            int channel = first + random.nextInt(channels);
            int pitch = root + random.nextInt(13);
            writer.channelMessage(step * 48, 0x90 | channel, pitch, 60 + random.nextInt(60));
            writer.channelMessage(step * 48 + 40, 0x80 | channel, pitch, 0);
        }
        writer.endTrack(32 * 48);
    }

    private static void drums(SmfWriter writer) {
        for (int step = 0; step < 32; step++) {
            int pitch = step % 4 == 0 ? 36 : step % 4 == 2 ? 38 : 42;
            writer.channelMessage(step * 48, 0x99, pitch, 100);
            writer.channelMessage(step * 48 + 20, 0x89, pitch, 0);
        }
        writer.endTrack(32 * 48);
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < namesAndBytes.length; at += 2) {
                var entry = new ZipEntry((String) namesAndBytes[at]);
                entry.setLastModifiedTime(LONG_AGO);
                zip.putNextEntry(entry);
                zip.write((byte[]) namesAndBytes[at + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tarGz(Object... namesAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (int at = 0; at < namesAndBytes.length; at += 2) {
                byte[] content = (byte[]) namesAndBytes[at + 1];
                var entry = new TarArchiveEntry((String) namesAndBytes[at]);
                entry.setModTime(LONG_AGO);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
