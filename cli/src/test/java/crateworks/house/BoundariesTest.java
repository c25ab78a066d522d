package crateworks.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BoundariesTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("crateworks");

    @Test
    void musicKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("crateworks.music..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("crateworks.music..", "java..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void musicHasNoClockNoFilesAndNoThreads() {
        noClasses()
                .that()
                .resideInAPackage("crateworks.music..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.net..", "java.sql..", "java.util.concurrent..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(PRODUCT);
    }

    @Test
    void thePipelineKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("crateworks.pipeline..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("crateworks.pipeline..", "java..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void adaptersKnowThePipelineAndNothingElseOfTheProduct() {
        noClasses()
                .that()
                .resideInAPackage("crateworks.adapters..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("crateworks..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "crateworks.adapters..",
                                                        "crateworks.pipeline.."))))
                .check(PRODUCT);
    }

    @Test
    void thePageKnowsMusicAndThePipelineAndNothingElseOfTheProduct() {
        noClasses()
                .that()
                .resideInAPackage("crateworks.web..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("crateworks..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "crateworks.web..",
                                                        "crateworks.music..",
                                                        "crateworks.pipeline.."))))
                .check(PRODUCT);
    }

    @Test
    void infraKnowsNoProductCode() {
        noClasses()
                .that()
                .resideInAPackage("crateworks.infra..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "crateworks.pipeline..",
                        "crateworks.music..",
                        "crateworks.adapters..",
                        "crateworks.cli..")
                .check(PRODUCT);
    }

    @Test
    void stagesKnowNoBrokerNoStoreAndNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "crateworks.ingest..",
                        "crateworks.sanitize..",
                        "crateworks.split..",
                        "crateworks.analyze..",
                        "crateworks.export..")
                .and()
                .resideOutsideOfPackage("..app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "crateworks.adapters..",
                        "org.apache.kafka..",
                        "io.minio..",
                        "java.sql..",
                        "org.springframework..")
                .check(PRODUCT);
    }

    @Test
    void springLivesInTheServicesAppPackagesOnly() {
        noClasses()
                .that()
                .resideInAPackage("crateworks..")
                .and()
                .resideOutsideOfPackage("crateworks.*.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(PRODUCT);
    }

    @Test
    void noRoomsKnowEachOtherInACircle() {
        var known = new HashMap<String, Set<String>>();
        for (JavaClass each : PRODUCT) {
            Set<String> packages =
                    known.computeIfAbsent(each.getPackageName(), _ -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                packages.add(dependency.getTargetClass().getBaseComponentType().getPackageName());
            }
        }
        assertThat(known).hasSizeGreaterThan(40);
        assertThat(circling(known)).isEmpty();
    }

    @Test
    void aCircleIsSeenAndWhatOnlyLeadsAwayFromItIsNot() {
        Map<String, Set<String>> known =
                Map.of(
                        "a", Set.of("b", "java"),
                        "b", Set.of("c"),
                        "c", Set.of("a", "d"),
                        "d", Set.of("d"));
        assertThat(circling(known)).containsOnlyKeys("a", "b", "c");
    }

    /**
     * Packages that are left, with what they know of each other, when those that know none of the
     * others are taken away again and again: circles, and what leads into one.
     */
    private static Map<String, Set<String>> circling(Map<String, Set<String>> known) {
        var left = new TreeMap<String, Set<String>>();
        known.forEach((name, others) -> left.put(name, new TreeSet<>(others)));
        left.forEach((name, others) -> others.remove(name));
        int before;
        do {
            before = left.size();
            Set<String> names = Set.copyOf(left.keySet());
            left.values().forEach(others -> others.retainAll(names));
            left.values().removeIf(Set::isEmpty);
        } while (left.size() < before);
        return left;
    }
}
