package crateworks.distributed;

/** Where broker, database and store are. */
record Addresses(
        String bootstrapServers,
        String jdbcUrl,
        String user,
        String password,
        String storeEndpoint,
        String accessKey,
        String secretKey) {}
