package crateworks.ingest.archive;

import com.github.junrar.exception.CrcErrorException;
import com.github.junrar.exception.InitDeciphererFailedException;
import com.github.junrar.exception.MissingNextVolumeException;
import com.github.junrar.exception.MissingPreviousVolumeException;
import com.github.junrar.exception.UnsupportedDictionarySizeException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.exception.UnsupportedRarMethodException;
import com.github.junrar.exception.UnsupportedRarVersionException;
import com.github.junrar.exception.WrongPasswordException;
import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.EOFException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.UnsupportedOptionsException;

/** What is wrong with an archive, told from what a library threw at it. */
final class Diagnosis {
    private static final int CAUSES_MAX = 8;
    private static final int DETAIL_CHARS_MAX = 160;

    private Diagnosis() {}

    static ArchiveFault of(Exception thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            Optional<ArchiveFault> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
            cause = cause.getCause();
        }
        String detail = detail(thrown);
        return new ArchiveFault(
                Code.DAMAGED,
                detail.isEmpty() ? "It is damaged." : "It is damaged (" + detail + ").");
    }

    private static Optional<ArchiveFault> known(Throwable cause) {
        Optional<Code> code =
                switch (cause) {
                    case Refusal _ -> Optional.empty();
                    case PasswordRequiredException _,
                            UnsupportedRarEncryptedException _,
                            WrongPasswordException _,
                            InitDeciphererFailedException _ ->
                            Optional.of(Code.ENCRYPTED);
                    case MemoryLimitException _,
                            org.tukaani.xz.MemoryLimitException _,
                            UnsupportedDictionarySizeException _ ->
                            Optional.of(Code.DECODER_MEMORY);
                    case UnsupportedRarVersionException _,
                            UnsupportedRarMethodException _,
                            UnsupportedZipFeatureException _,
                            UnsupportedOptionsException _ ->
                            Optional.of(Code.UNSUPPORTED);
                    case MissingNextVolumeException _, MissingPreviousVolumeException _ ->
                            Optional.of(Code.MULTI_PART);
                    case CrcErrorException _ -> Optional.of(Code.DAMAGED);
                    case EOFException _ -> Optional.of(Code.TRUNCATED);
                    default -> told(cause.getMessage());
                };
        return cause instanceof Refusal refusal
                ? Optional.of(refusal.fault())
                : code.map(known -> new ArchiveFault(known, sentence(known)));
    }

    /** Some libraries tell these two apart from plain damage in words only. */
    private static Optional<Code> told(@Nullable String message) {
        String words = message == null ? "" : message.toLowerCase(Locale.ROOT);
        if (words.contains("truncated") || words.contains("unexpected end")) {
            return Optional.of(Code.TRUNCATED);
        }
        boolean memory = words.contains("too much memory") || words.contains("window too large");
        return memory ? Optional.of(Code.DECODER_MEMORY) : Optional.empty();
    }

    static String sentence(Code code) {
        return switch (code) {
            case ENCRYPTED -> "It needs a password.";
            case LINK -> "It is a link, which is not followed.";
            case DEVICE -> "It is a device, socket or pipe.";
            case MEMBER_TOO_LARGE -> "It is larger than any music file.";
            case TOO_DEEP -> "It lies in too many archives inside each other.";
            case TOO_MANY_ENTRIES -> "It has too many entries.";
            case EXPANDS_TOO_MUCH -> "It expands too much.";
            case OVERLAPPING_ENTRIES -> "Some of its members consist of the same bytes.";
            case SCRATCH_FULL -> "Opening it takes too much scratch space.";
            case DECODER_MEMORY -> "Unpacking it takes more memory than is allowed.";
            case TRUNCATED -> "It is cut off: copy it again from where it came from.";
            case DAMAGED -> "Its content does not fit its checksum.";
            case UNSUPPORTED -> "It is packed in a way that is not supported.";
            case MULTI_PART -> "It is one of several parts.";
            case UNREADABLE_ARCHIVE -> "Nothing in it can be read.";
        };
    }

    /** What the library says, unless that is only the name of a class. */
    private static String detail(Exception thrown) {
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        if (message.contains("Exception")) {
            return "";
        }
        String clean = NameText.clean(message.replaceAll("\\p{Cntrl}+", " ")).strip();
        return clean.substring(0, Math.min(clean.length(), DETAIL_CHARS_MAX));
    }
}
