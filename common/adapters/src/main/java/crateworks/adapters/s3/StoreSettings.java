package crateworks.adapters.s3;

import java.net.URI;
import java.time.Duration;

/**
 * Which S3-compatible server to use, and within which limits.
 *
 * @param packs the bucket of the contents
 * @param inbox the bucket that users drop files into
 * @param cacheBytesMax how much of the packs just written and read is kept in memory
 * @param atOnceMax requests under way at a moment
 * @param requestLimit how long one request may take
 */
public record StoreSettings(
        URI endpoint,
        String region,
        String accessKey,
        String secretKey,
        String packs,
        String inbox,
        long cacheBytesMax,
        int atOnceMax,
        Duration requestLimit) {
    private static final long CACHE_BYTES = 96L << 20;
    private static final int AT_ONCE = 8;

    public StoreSettings {
        if (cacheBytesMax < 0 || atOnceMax < 1 || !requestLimit.isPositive()) {
            throw new IllegalArgumentException("the limits of the object store must be positive");
        }
    }

    /** The usual buckets and limits. */
    public static StoreSettings of(URI endpoint, String accessKey, String secretKey) {
        return new StoreSettings(
                endpoint,
                "us-east-1",
                accessKey,
                secretKey,
                "packs",
                "inbox",
                CACHE_BYTES,
                AT_ONCE,
                Duration.ofSeconds(60));
    }

    /** The bucket of what came into the inbox and was not taken in. */
    public String aside() {
        return inbox + "-rejected";
    }

    public StoreSettings withCacheBytesMax(long bytes) {
        return new StoreSettings(
                endpoint,
                region,
                accessKey,
                secretKey,
                packs,
                inbox,
                bytes,
                atOnceMax,
                requestLimit);
    }

    /** Without the secret, so that no log ever holds it. */
    @Override
    public String toString() {
        return "object store " + endpoint + ", buckets " + packs + " and " + inbox;
    }
}
