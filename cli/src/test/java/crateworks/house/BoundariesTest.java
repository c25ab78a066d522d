package crateworks.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
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
        slices().matching("crateworks.(**)").should().beFreeOfCycles().check(PRODUCT);
    }
}
