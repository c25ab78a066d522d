package crateworks.infra.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings file of the cluster, written anew at each start. Every committed row survives the
 * death of all processes and of the machine: see {@code docs/rationale/embedded-stack.md}.
 */
final class ServerSettings {
    private ServerSettings() {}

    /** Settings for loopback use by one JVM that writes in large batches. */
    static void write(Path cluster, int port, int sharedBuffersMiB) throws IOException {
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                """
                # Written at each start; use ALTER SYSTEM for changes of your own.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 64
                password_encryption = 'scram-sha-256'

                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = minimal
                max_wal_senders = 0
                wal_compression = pglz
                wal_buffers = 16MB
                min_wal_size = 256MB
                max_wal_size = 2GB
                checkpoint_timeout = 15min

                shared_buffers = %dMB
                effective_cache_size = 2GB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                max_parallel_workers_per_gather = 0
                jit = off
                random_page_cost = 1.1
                autovacuum_max_workers = 2

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                # Errors go to the client, which reports them; the log tells of the server itself.
                log_min_messages = log
                log_checkpoints = off
                log_autovacuum_min_duration = -1
                log_line_prefix = '%%m [%%p] '
                """
                        .formatted(port, sharedBuffersMiB));
    }
}
