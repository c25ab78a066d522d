package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Parked;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The records of a batch: those that can be read, and the others ready to be parked. */
record Decoded<M extends Message>(List<M> messages, List<Parked> poison) {
    private static final int RAW_BYTES_MAX = 64 * 1024;

    static <M extends Message> Decoded<M> of(
            ConsumerRecords<byte[], byte[]> records,
            MessageCodec codec,
            Class<M> type,
            StageName stage) {
        var messages = new ArrayList<M>(records.count());
        var poison = new ArrayList<Parked>(0);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                messages.add(codec.decode(record.value(), type));
            } catch (PoisonRecord e) {
                poison.add(parked(record, stage, String.valueOf(e.getMessage())));
            }
        }
        return new Decoded<>(messages, poison);
    }

    /** No item is known, so the place of the record stands in for it: the same on every reading. */
    private static Parked parked(
            ConsumerRecord<byte[], byte[]> record, StageName stage, String message) {
        String place = record.topic() + "/" + record.partition() + "@" + record.offset();
        return new Parked(
                Message.VERSION,
                0,
                0,
                0,
                stage.word(),
                "POISON_RECORD",
                place + ": " + message,
                1,
                text(record.value()));
    }

    private static String text(byte[] value) {
        byte[] raw = value == null ? new byte[0] : value;
        byte[] kept = raw.length <= RAW_BYTES_MAX ? raw : Arrays.copyOf(raw, RAW_BYTES_MAX);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(kept)).toString();
        } catch (CharacterCodingException e) {
            return Base64.getEncoder().encodeToString(kept);
        }
    }
}
