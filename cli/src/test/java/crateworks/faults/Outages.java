package crateworks.faults;

import crateworks.infra.data.Connections;
import crateworks.infra.data.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Takes servers away, cuts what leads to them, and freezes services, each for a while. */
final class Outages {
    private static final int CONNECTIONS_MAX = 200;

    private final FaultTable table;
    private final Random random;
    private final Duration lasting;

    Outages(FaultTable table, Random random, Duration lasting) {
        this.table = table;
        this.random = random;
        this.lasting = lasting;
    }

    /** Stops a server as it should be stopped, and starts it after a while. */
    Scene.Harm stopped(Part part) {
        return scene -> {
            Server server = scene.servers().of(part);
            scene.whileWorking(random);
            server.stop();
            Thread.sleep(lasting);
            server.startAgain();
            table.inject(
                    number(part) + " " + word(part) + " stopped for " + lasting.toSeconds() + " s",
                    1);
        };
    }

    /** Kills a server with all its processes, and starts it at once. */
    Scene.Harm killed(Part part) {
        return scene -> {
            Server server = scene.servers().of(part);
            scene.whileWorking(random);
            server.kill();
            server.startAgain();
            table.inject(number(part) + " kill -9 of the " + word(part), 1);
        };
    }

    private static String number(Part part) {
        return switch (part) {
            case BROKER -> "F7";
            case DATABASE -> "F12";
            case STORE -> "F14";
        };
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Stops one service after another in the middle of its work, for a while, and lets it go on.
     */
    Scene.Harm frozen(Duration each, String... names) {
        return scene -> {
            scene.whileWorking(random);
            for (String name : names) {
                scene.service(name).signal("STOP");
            }
            Thread.sleep(each);
            for (String name : names) {
                scene.service(name).signal("CONT");
            }
            table.inject("F4 SIGSTOP of a service for " + each.toSeconds() + " s", names.length);
        };
    }

    Scene.Harm frozenAll(Duration each) {
        return frozen(each, Scene.SERVICES.toArray(String[]::new));
    }

    /** Cuts one kind of wire of all services, one way or both ways. */
    Scene.Harm parted(Part part, boolean toServer, boolean fromServer) {
        String ways = toServer && fromServer ? "both ways" : toServer ? "to it" : "from it";
        return weather(
                "F11 nothing arrives between services and " + word(part) + ", " + ways,
                part,
                new Weather.Silent(toServer, fromServer));
    }

    /** Connections are refused and cut. */
    Scene.Harm refused(Part part) {
        return weather(
                "F11 connections to the " + word(part) + " are cut and refused",
                part,
                new Weather.Down());
    }

    /**
     * The store says that contents are not there. That parks files, since nobody can know better,
     * and trying them again makes them whole.
     */
    Scene.Harm storeForgets() {
        return scene -> {
            store("answers 404", new Weather.Answered(404, "NoSuchKey")).to(scene);
            scene.settle();
            long parked = scene.number(HarmfulFiles.PARKED);
            if (parked > 0) {
                HarmfulFiles.retry(scene);
                table.inject("F14, F30 a file that was parked for it is tried again", parked);
            }
        };
    }

    Scene.Harm store(String fault, Weather weather) {
        return weather("F14 the store " + fault, Part.STORE, weather);
    }

    private Scene.Harm weather(String fault, Part part, Weather weather) {
        return scene -> {
            scene.whileWorking(random);
            List<Wire> wires = scene.services().stream().map(wireTo(part)).toList();
            long before = harmed(wires);
            wires.forEach(wire -> wire.become(weather));
            Thread.sleep(lasting);
            wires.forEach(wire -> wire.become(Weather.FAIR));
            table.inject(fault, harmed(wires) - before);
        };
    }

    private static Function<Service, Wire> wireTo(Part part) {
        return switch (part) {
            case BROKER -> Service::broker;
            case DATABASE -> Service::database;
            case STORE -> Service::store;
        };
    }

    private static long harmed(List<Wire> wires) {
        return wires.stream().mapToLong(Wire::harmed).sum();
    }

    /** Ends all connections of the database again and again. */
    Scene.Harm connectionsEnded() {
        return scene -> {
            scene.whileWorking(random);
            long ended = 0;
            long until = System.nanoTime() + lasting.toNanos();
            while (System.nanoTime() < until) {
                ended +=
                        scene.number(
                                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                        + " where pid <> pg_backend_pid()"
                                        + " and backend_type = 'client backend'");
                Thread.sleep(random.nextInt(1, 300));
            }
            table.inject("F12 the database ends a connection", ended);
        };
    }

    /** Takes all connections that the database has to give. */
    Scene.Harm connectionsTaken() {
        return scene -> {
            scene.whileWorking(random);
            List<Connection> taken = new ArrayList<>();
            try {
                Connections to = scene.servers().database();
                while (taken.size() < CONNECTIONS_MAX) {
                    taken.add(
                            DriverManager.getConnection(
                                    to.jdbcUrl(), to.databaseUser(), to.databasePassword()));
                }
            } catch (SQLException e) {
                // that was the last one
            }
            Thread.sleep(lasting);
            for (Connection each : taken) {
                each.close();
            }
            table.inject("F12 a storm takes a connection of the database", taken.size());
        };
    }

    /** Lets no statement of a new connection write, or last longer than a moment. */
    Scene.Harm databaseSetting(String fault, String setting, String value) {
        return scene -> {
            scene.whileWorking(random);
            scene.tellDatabase(
                    "alter system set " + setting + " = " + value, "select pg_reload_conf()");
            Thread.sleep(lasting);
            // The connection that ends it has begun with that setting, which may be a time limit.
            scene.tellDatabase(
                    "set statement_timeout = 0",
                    "alter system reset " + setting,
                    "select pg_reload_conf()");
            table.inject(fault, 1);
        };
    }
}
