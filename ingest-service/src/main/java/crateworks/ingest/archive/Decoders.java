package crateworks.ingest.archive;

import com.github.luben.zstd.ZstdInputStream;
import crateworks.ingest.archive.ArchiveFault.Code;
import crateworks.ingest.source.ContentKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Decoders of single compressed files; the memory of each is bounded. */
final class Decoders {
    private static final int BUFFER_BYTES = 64 * 1024;

    private Decoders() {}

    static InputStream decoder(ContentKind kind, InputStream packed, ArchiveLimits limits)
            throws IOException {
        return switch (kind) {
            case GZIP -> new GZIPInputStream(new NeverDry(packed), BUFFER_BYTES);
            case XZ -> xz(packed, limits);
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case ZSTD -> new ZstdInputStream(packed).setLongMax(windowBits(limits));
            case MIDI, MIDI_CANDIDATE, MIDI2_CLIP, ZIP, SEVEN_ZIP, RAR, TAR, OTHER ->
                    throw new IllegalArgumentException(kind + " is not a single compressed file");
        };
    }

    static InputStream xz(InputStream packed, ArchiveLimits limits) throws IOException {
        return new XZInputStream(packed, kibibytes(limits));
    }

    static int kibibytes(ArchiveLimits limits) {
        return (int) Math.min(Integer.MAX_VALUE, limits.decoderBytesMax() / 1024);
    }

    private static int windowBits(ArchiveLimits limits) {
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(limits.decoderBytesMax());
        return Math.clamp(bits, 10, 30);
    }

    static void checkMemory(long bytes, ArchiveLimits limits) throws Refusal {
        if (bytes > limits.decoderBytesMax()) {
            throw new Refusal(
                    Code.DECODER_MEMORY, "Unpacking it takes " + bytes + " bytes of memory.");
        }
    }

    /**
     * Says that there is more to come, because {@link GZIPInputStream} takes a stream that is dry
     * for a moment for one that has ended, and would lose all gzip members but the first.
     */
    private static final class NeverDry extends FilterInputStream {
        NeverDry(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
