package crateworks.benchmarks.corpus;

import crateworks.pipeline.Bytes;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Ways to put files into one; the same members make the same bytes. */
enum Packing {
    ZIP(".zip", 1) {
        @Override
        void pack(List<Member> members, Instant date, Path file) throws IOException {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                zip(members, date, out);
            }
        }
    },
    TAR_GZ(".tar.gz", 1) {
        @Override
        void pack(List<Member> members, Instant date, Path file) throws IOException {
            try (var out =
                    new TarArchiveOutputStream(
                            new GZIPOutputStream(
                                    new BufferedOutputStream(Files.newOutputStream(file))),
                            "UTF-8")) {
                out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                out.setAddPaxHeadersForNonAsciiNames(true);
                for (Member member : members) {
                    var entry = new TarArchiveEntry(member.name());
                    entry.setSize(member.content().length());
                    entry.setLastModifiedTime(FileTime.from(date));
                    out.putArchiveEntry(entry);
                    out.write(member.content().array());
                    out.closeArchiveEntry();
                }
            }
        }
    },
    SEVEN_ZIP(".7z", 1) {
        @Override
        void pack(List<Member> members, Instant date, Path file) throws IOException {
            try (var out = new SevenZOutputFile(file.toFile())) {
                // Each member has a dictionary of its own; that of 8 MiB takes 100 MB to fill.
                out.setContentMethods(
                        List.of(
                                new SevenZMethodConfiguration(
                                        SevenZMethod.LZMA2, DICTIONARY_BYTES)));
                for (Member member : members) {
                    var entry = new SevenZArchiveEntry();
                    entry.setName(member.name());
                    entry.setLastModifiedTime(FileTime.from(date));
                    out.putArchiveEntry(entry);
                    out.write(member.content().array());
                    out.closeArchiveEntry();
                }
            }
        }
    },
    /** The second half of the members is in a zip inside of the zip. */
    ZIP_IN_ZIP(".zip", 2) {
        @Override
        void pack(List<Member> members, Instant date, Path file) throws IOException {
            int half = members.size() / 2;
            var inner = new ByteArrayOutputStream();
            zip(members.subList(half, members.size()), date, inner);
            var outer = new ArrayList<>(members.subList(0, half));
            outer.add(new Member("more/inside.zip", Bytes.of(inner.toByteArray())));
            ZIP.pack(outer, date, file);
        }
    };

    private static final int DICTIONARY_BYTES = 1 << 18;

    private final String extension;
    private final int archives;

    Packing(String extension, int archives) {
        this.extension = extension;
        this.archives = archives;
    }

    abstract void pack(List<Member> members, Instant date, Path file) throws IOException;

    String extension() {
        return extension;
    }

    /** Archives that one file of this kind is. */
    int archives() {
        return archives;
    }

    private static void zip(List<Member> members, Instant date, OutputStream file)
            throws IOException {
        try (var out = new ZipArchiveOutputStream(file)) {
            for (Member member : members) {
                var entry = new ZipArchiveEntry(member.name());
                entry.setTime(date.toEpochMilli());
                out.putArchiveEntry(entry);
                out.write(member.content().array());
                out.closeArchiveEntry();
            }
        }
    }
}
