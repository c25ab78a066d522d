package crateworks.pipeline.port;

import java.util.Optional;

/**
 * The drives that were written to, by the mark that each carries; see {@code
 * docs/formats/drive.md}.
 */
public interface KnownDrives {
    /**
     * What the catalog knows of a drive.
     *
     * @param mark empty for one that was written before drives had marks
     * @param path where it was mounted last; empty when another one was seen there since
     * @param written whether any file was
     * @param suspicion the sentence of the device failure that makes it suspect, until it is
     *     verified
     */
    record Known(
            Optional<String> mark,
            Optional<String> path,
            boolean written,
            Optional<String> suspicion) {}

    /** The drive that was mounted at {@code path} last. */
    Optional<Known> at(String path) throws Outage;

    /** The drive with this mark. */
    Optional<Known> marked(String mark) throws Outage;

    /**
     * The drive with this mark is mounted at {@code path} from now on.
     *
     * @param another whether, where the mark is new, it is another drive than the one that was
     *     written there without a mark
     */
    void mount(String mark, String path, boolean another) throws Outage;

    /** The device failed: the drive with this mark is suspect. */
    void suspect(String mark, String sentence) throws Outage;

    /** Every byte of the drive was read and is as it was written. */
    void trust(String mark) throws Outage;
}
