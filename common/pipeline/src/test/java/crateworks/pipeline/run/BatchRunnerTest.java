package crateworks.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.DamagedBlob;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchRunnerTest {
    private static final RunLimits QUICK =
            new RunLimits(3, Duration.ofMillis(1), Duration.ofMillis(4));

    private final List<Parked> rows = new ArrayList<>();
    private final List<String> weather = new ArrayList<>();
    private int performances;

    @Test
    void aSoundBatchIsPerformedOnce() throws Exception {
        Finished<Found> finished = runner(_ -> false).run(batch(100));

        assertThat(performances).isEqualTo(1);
        assertThat(finished.next()).hasSize(100);
        assertThat(finished.parked()).isEmpty();
    }

    @Test
    void oneBadFileIsParkedAndTheOthersGoOn() throws Exception {
        Finished<Found> finished = runner(item -> item == 37).run(batch(100));

        assertThat(finished.next()).hasSize(99).extracting(Message::item).doesNotContain(37L);
        assertThat(finished.parked())
                .singleElement()
                .satisfies(
                        parked -> {
                            assertThat(parked.item()).isEqualTo(37);
                            assertThat(parked.reason()).isEqualTo("BROKEN");
                            assertThat(parked.message()).isEqualTo("file 37 breaks it");
                            assertThat(parked.attempts()).isEqualTo(3);
                            assertThat(parked.record()).isEqualTo("record 37");
                        });
        assertThat(rows).isEqualTo(finished.parked());
        assertThat(finished.progress())
                .singleElement()
                .satisfies(
                        progress -> {
                            assertThat(progress.in()).isEqualTo(100);
                            assertThat(progress.out()).isEqualTo(99);
                            assertThat(progress.parked()).isEqualTo(1);
                        });
    }

    @Test
    void everyBadFileOfABatchIsFoundOut() throws Exception {
        Finished<Found> finished = runner(item -> item % 10 == 0).run(batch(100));

        assertThat(finished.next()).hasSize(90);
        assertThat(finished.parked()).hasSize(10);
    }

    @Test
    void anOutageIsWaitedOutAndBurnsNoFile() throws Exception {
        var job = new OutageFor(3, job(_ -> false));
        Finished<Found> finished =
                new BatchRunner<>(job, rows::addAll, this::text, QUICK, this::tell).run(batch(5));

        assertThat(finished.next()).hasSize(5);
        assertThat(rows).isEmpty();
        assertThat(weather).containsExactly("the database", "the database", "the database", "fine");
    }

    @Test
    void anErrorThatWouldEndTheProcessParksTheFileThatCausedIt() throws Exception {
        Job<Found, Found> job =
                new Performing(
                        batch -> {
                            if (batch.stream().anyMatch(found -> found.item() == 3)) {
                                throw new StackOverflowError();
                            }
                        });
        Finished<Found> finished =
                new BatchRunner<>(job, rows::addAll, this::text, QUICK, this::tell).run(batch(8));

        assertThat(finished.parked())
                .singleElement()
                .extracting(Parked::reason)
                .isEqualTo("NESTED_TOO_DEEP");
        assertThat(finished.next()).hasSize(7);
    }

    @Test
    void whatTheStoreHasLostIsCalledSo() throws Exception {
        var job =
                new Performing(
                        _ -> {
                            throw new DamagedBlob("pack 7 is gone");
                        });
        Finished<Found> finished =
                new BatchRunner<>(job, rows::addAll, this::text, QUICK, this::tell).run(batch(1));

        Parked parked = finished.parked().getFirst();
        assertThat(parked.reason()).isEqualTo("STORE_DAMAGED");
        assertThat(parked.message()).isEqualTo("pack 7 is gone");
    }

    @Test
    void recordsThatMustWaitAreHandedBack() {
        Job<Found, Found> job =
                new Job<>() {
                    @Override
                    public StageName stage() {
                        return StageName.EXPORT;
                    }

                    @Override
                    public Performed<Found> perform(List<Found> batch) throws NotYet {
                        throw new NotYet("the plan");
                    }
                };
        assertThatThrownBy(
                        () ->
                                new BatchRunner<>(job, rows::addAll, this::text, QUICK, this::tell)
                                        .run(batch(2)))
                .isInstanceOf(NotYet.class);
    }

    private BatchRunner<Found, Found> runner(LongPredicate bad) {
        return new BatchRunner<>(job(bad), rows::addAll, this::text, QUICK, this::tell);
    }

    private Job<Found, Found> job(LongPredicate bad) {
        return new Performing(
                batch -> {
                    performances++;
                    for (Found found : batch) {
                        if (bad.test(found.item())) {
                            throw new FileTrouble("BROKEN", "file " + found.item() + " breaks it");
                        }
                    }
                });
    }

    private String text(Found found) {
        return "record " + found.item();
    }

    private void tell(Optional<Outage> outage) {
        weather.add(outage.map(Outage::of).orElse("fine"));
    }

    private static List<Found> batch(int size) {
        return LongStream.range(0, size)
                .mapToObj(
                        item ->
                                new Found(
                                        1,
                                        7,
                                        item,
                                        new Origin("/m", item + ".mid", ""),
                                        1,
                                        1,
                                        Optional.empty()))
                .toList();
    }

    private interface Check {
        void on(List<Found> batch);
    }

    private record Performing(Check check) implements Job<Found, Found> {
        @Override
        public StageName stage() {
            return StageName.INGEST;
        }

        @Override
        public Performed<Found> perform(List<Found> batch) {
            check.on(batch);
            List<Fate<Found>> fates =
                    batch.stream()
                            .<Fate<Found>>map(found -> new Fate.Onward<>(List.of(found)))
                            .toList();
            return Tally.of(stage(), batch, fates, 0);
        }
    }

    private static final class OutageFor implements Job<Found, Found> {
        private final Job<Found, Found> after;
        private int left;

        OutageFor(int times, Job<Found, Found> after) {
            this.left = times;
            this.after = after;
        }

        @Override
        public StageName stage() {
            return after.stage();
        }

        @Override
        public Performed<Found> perform(List<Found> batch)
                throws Outage, NotYet, InterruptedException {
            if (left-- > 0) {
                throw new Outage("the database", "gone for a moment");
            }
            return after.perform(batch);
        }
    }
}
