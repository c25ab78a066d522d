package crateworks.infra;

import crateworks.infra.data.Connections;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record, a row and an object in a running stack. */
final class Contents {
    private static final String TOPIC = "kept";
    private static final String BUCKET = "kept";

    private final Connections to;

    Contents(Connections to) {
        this.to = to;
    }

    void write(String text) throws Exception {
        writeRecord(text);
        writeRow(text);
        writeObject(text);
    }

    private void writeRecord(String text) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", to.bootstrapServers()))) {
            if (!admin.listTopics().names().get(30, TimeUnit.SECONDS).contains(TOPIC)) {
                admin.createTopics(
                                List.of(
                                        new NewTopic(
                                                TOPIC, Optional.of(1), Optional.<Short>empty())))
                        .all()
                        .get(30, TimeUnit.SECONDS);
                // A first batch that meets a partition without a leader stalls the producer
                // (KAFKA-14359).
                Thread.sleep(1500);
            }
        }
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", to.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, text)).get(60, TimeUnit.SECONDS);
        }
    }

    List<String> records() {
        var partition = new TopicPartition(TOPIC, 0);
        var texts = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", to.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(each -> texts.add(each.value()));
            }
        }
        return texts;
    }

    void writeRow(String text) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (text text)");
            try (var insert = connection.prepareStatement("insert into kept values (?)")) {
                insert.setString(1, text);
                insert.executeUpdate();
            }
        }
    }

    List<String> rows() throws SQLException {
        return query("select text from kept order by text");
    }

    String setting(String name) throws SQLException {
        return query("select current_setting('" + name + "')").getFirst();
    }

    private List<String> query(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(to.jdbcUrl(), to.databaseUser(), to.databasePassword());
    }

    private void writeObject(String text) throws Exception {
        MinioClient client = client();
        if (!client.listBuckets().stream().anyMatch(each -> each.name().equals(BUCKET))) {
            client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(BUCKET)
                        .object("pack/" + text)
                        .data(bytes, bytes.length)
                        .build());
    }

    String object(String text) throws Exception {
        try (var stream =
                client().getObject(
                                GetObjectArgs.builder()
                                        .bucket(BUCKET)
                                        .object("pack/" + text)
                                        .build())) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private MinioClient client() {
        return MinioClient.builder()
                .endpoint(to.s3Endpoint())
                .credentials(to.s3AccessKey(), to.s3SecretKey())
                .region("us-east-1")
                .build();
    }
}
