package crateworks.ingest.app;

import crateworks.adapters.host.Chore;
import crateworks.adapters.host.Hosting;
import crateworks.adapters.host.Lead;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.Leadership;
import crateworks.adapters.s3.Inbox;
import crateworks.adapters.s3.InboxFolder;
import crateworks.ingest.discover.InboxSearch;
import crateworks.music.analysis.Analyst;
import crateworks.music.tags.TagDictionary;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.lead.Search;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Order;
import crateworks.service.app.ServiceSettings;
import crateworks.service.app.ServiceWiring;
import crateworks.service.app.Unfit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The process that hosts ingest, and leads runs over its folders and the inbox. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestSettings.class, PageAddress.class})
@Import(ServiceWiring.class)
public class IngestService {
    private static final Duration TRY_EVERY = Duration.ofSeconds(5);

    public static void main(String[] args) {
        SpringApplication.run(IngestService.class, args);
    }

    @Bean
    PageFront pageFront(
            PageAddress page,
            @Value("${server.address}") String address,
            @Value("${server.port}") int port) {
        return new PageFront(page.settings(address, port));
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> pageInFront(PageFront page) {
        return factory -> factory.addServerCustomizers(page);
    }

    @Bean
    Hosting.Work work(ServiceSettings settings, IngestSettings ingest, PageFront page) {
        TagDictionary dictionary = dictionary(settings);
        return host -> {
            IngestWorkers.start(host, settings.workerCount(), dictionary);
            if (!ingest.folders().isEmpty() || ingest.watchesInbox() || page.isWanted()) {
                lead(host, settings, ingest, page);
            }
        };
    }

    private static TagDictionary dictionary(ServiceSettings settings) {
        try {
            return TagDictionary.standard().plus(settings.addedTagRules());
        } catch (IllegalArgumentException e) {
            throw new Unfit("TAG_RULES has a mistake: " + e.getMessage(), e);
        }
    }

    private static void lead(
            StageHost host, ServiceSettings settings, IngestSettings ingest, PageFront page)
            throws Outage {
        var lead = new Lead(host, Scratch.made(settings.state()), Analyst.VERSION);
        if (!ingest.folders().isEmpty()) {
            Order order = ingest.folderOrder(settings);
            Search search =
                    FolderSearching.search(
                            host, lead, settings.state(), order.drive().map(Path::of));
            var runs =
                    new FolderRuns(
                            leadership(host, "runs over folders"),
                            leading(host, lead, search, order),
                            ingest.every());
            host.keep(Chore.start("runs", TRY_EVERY, runs::isDone));
        }
        if (ingest.watchesInbox()) {
            watch(host, lead, settings, ingest);
        }
        if (page.isWanted()) {
            ServicePage.open(
                    host,
                    lead,
                    ingest.folderOrder(settings),
                    ingest.watchesInbox()
                            ? Optional.of(ingest.inboxOrder(settings))
                            : Optional.empty(),
                    settings.state(),
                    page);
        }
    }

    private static void watch(
            StageHost host, Lead lead, ServiceSettings settings, IngestSettings ingest) {
        var inbox = new Inbox(host.store());
        InboxSearch search =
                InboxSearching.search(host, lead, settings.state(), inbox, InstantSource.system());
        var runs =
                new InboxRuns(
                        leadership(host, "runs over the inbox"),
                        leading(host, lead, search, ingest.inboxOrder(settings)),
                        search);
        host.keep(Chore.start("inbox", ingest.inboxEvery(), runs::isDone));
        if (ingest.mailFolder().isPresent()) {
            var folder = new InboxFolder(inbox, ingest.mailFolder().get(), InstantSource.system());
            var mover = new FolderMail(leadership(host, "the inbox folder"), folder);
            host.keep(Chore.start("inbox folder", ingest.inboxEvery(), mover::isDone));
        }
    }

    private static RunLeading leading(StageHost host, Lead lead, Search search, Order order) {
        Coordinator coordinator = lead.coordinator(search, new RunLeading.DriveElsewhere());
        host.leads(StageName.INGEST, coordinator::waitsFor);
        return new RunLeading(lead.sessions(), coordinator, order);
    }

    private static Leadership leadership(StageHost host, String task) {
        return host.keep(new Leadership(host.postgres(), task));
    }
}
