package fr.briseglace.local.redis;

import fr.briseglace.local.LeftBehind;
import fr.briseglace.local.Loopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis Cluster on the loopback interface: masters that share all keys, and one replica of each, which takes its place
 * a second or two after its death. Nothing is kept on disk. Calls block.
 */
public final class LocalRedisCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRedisCluster.class);
    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;
    /** Servers talk to each other on their port and so many more. */
    private static final int BUS = 10_000;
    /** Below the ports that systems give to callers, for the bus as well. */
    private static final int HIGHEST = 22_000;

    private static final int NODE_TIMEOUT_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 50;

    private final Path folder;
    private final List<Integer> ports = new ArrayList<>();
    private final List<RedisServer> servers = new ArrayList<>();

    private LocalRedisCluster(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts three masters and three replicas, makes them one cluster and waits until it serves.
     *
     * @param home the program and what the servers note go into {@code <home>/redis-cluster}, which must not be there yet
     * @throws IOException where they cannot start, or make no cluster
     */
    public static LocalRedisCluster start(Path home) throws IOException {
        Path folder = Files.createDirectory(home.toAbsolutePath().normalize().resolve("redis-cluster"));
        LocalRedisCluster cluster = new LocalRedisCluster(folder);
        try {
            ExecutableProvider program = ExecutableProvider.newJarResourceProvider(folder.toFile());
            for (int i = 0; i < 2 * MASTERS; i++) {
                cluster.launch(program);
            }
            cluster.join();
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Addresses of all servers, those that were masters at the start first. */
    public List<String> uris() {
        return ports.stream()
                .map(port -> "redis://" + Loopback.HOST + ":" + port)
                .toList();
    }

    /** The server at a place among {@link #uris}. */
    public ProcessHandle process(int place) throws IOException {
        return LeftBehind.process(pidFile(ports.get(place)), "redis-server").orElseThrow();
    }

    /** Which of the first masters, by its place, holds a key at the start. */
    public int holder(String key) throws IOException {
        int slot = Integer.parseInt(
                call(ports.getFirst(), "CLUSTER KEYSLOT " + key).substring(1));
        return Math.min(MASTERS - 1, slot / (SLOTS / MASTERS));
    }

    /**
     * Lets another master hold whatever lies in the place of a key, while all servers go on, as when a cluster grows.
     *
     * @param to which of the first masters, by its place; not {@link #holder} of the key
     */
    public void move(String key, int to) throws IOException {
        int from = ports.get(holder(key));
        int other = ports.get(to);
        String slot = call(from, "CLUSTER KEYSLOT " + key).substring(1);
        String taker = call(other, "CLUSTER MYID");
        call(other, "CLUSTER SETSLOT " + slot + " IMPORTING " + call(from, "CLUSTER MYID"));
        call(from, "CLUSTER SETSLOT " + slot + " MIGRATING " + taker);
        for (String each :
                call(from, "CLUSTER GETKEYSINSLOT " + slot + " 1000").lines().toList()) {
            call(from, "MIGRATE " + Loopback.HOST + " " + other + " " + each + " 0 " + PATIENCE.toMillis());
        }
        for (int port : ports.subList(0, MASTERS)) {
            call(port, "CLUSTER SETSLOT " + slot + " NODE " + taker);
        }
    }

    @Override
    public void close() throws IOException {
        for (RedisServer server : servers) {
            server.stop();
        }
    }

    private Path pidFile(int port) {
        return folder.resolve(port + ".pid");
    }

    private void launch(ExecutableProvider program) throws IOException {
        int port = port();
        RedisServer server = RedisServer.newRedisServer()
                .executableProvider(program)
                .bind(Loopback.HOST)
                .port(port)
                .setting("dir \"" + folder + "\"")
                .setting("pidfile \"" + pidFile(port) + "\"")
                .setting("cluster-enabled yes")
                .setting("cluster-config-file " + port + ".nodes")
                .setting("cluster-node-timeout " + NODE_TIMEOUT_MILLIS)
                // A replica that was not heard of for a while may take over all the same: machines that run tests are
                // slow.
                .setting("cluster-replica-validity-factor 0")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory 64mb")
                .setting("maxmemory-policy allkeys-lru")
                .onShutdownForceStop(true)
                .soutListener(LOG::debug)
                .serrListener(LOG::warn)
                .build();
        server.start();
        servers.add(server);
        ports.add(port);
    }

    private static int port() {
        int port = Loopback.port(0);
        while (port >= HIGHEST || !free(port + BUS)) {
            port = Loopback.port(0);
        }
        return port;
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private void join() throws IOException {
        for (int port : ports.subList(1, ports.size())) {
            call(ports.getFirst(), "CLUSTER MEET " + Loopback.HOST + " " + port);
        }
        for (int i = 0; i < MASTERS; i++) {
            int from = i * (SLOTS / MASTERS);
            int to = i == MASTERS - 1 ? SLOTS : from + SLOTS / MASTERS;
            String slots = IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
            call(ports.get(i), "CLUSTER ADDSLOTS " + slots);
        }
        for (int port : ports) {
            until(port, "CLUSTER INFO", "cluster_known_nodes:" + 2 * MASTERS);
        }
        for (int i = 0; i < MASTERS; i++) {
            String master = call(ports.get(i), "CLUSTER MYID");
            int replica = ports.get(MASTERS + i);
            until(replica, "CLUSTER NODES", master);
            call(replica, "CLUSTER REPLICATE " + master);
        }
        for (int i = 0; i < MASTERS; i++) {
            until(ports.get(i), "CLUSTER INFO", "cluster_state:ok");
            until(ports.get(i), "INFO replication", "state=online");
        }
    }

    private static void until(int port, String command, String part) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!call(port, command).contains(part)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the servers make no cluster: no " + part + " at " + port);
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while servers become a cluster", e);
            }
        }
    }

    private static String call(int port, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return answer(in);
        }
    }

    /** What a server answered; of several texts, a line each. */
    private static String answer(BufferedReader in) throws IOException {
        String head = in.readLine();
        if (head == null || head.startsWith("-")) {
            throw new IOException("Redis refused: " + head);
        }
        if (head.startsWith("*")) {
            StringBuilder lines = new StringBuilder();
            for (int left = Integer.parseInt(head.substring(1)); left > 0; left--) {
                lines.append(answer(in)).append('\n');
                in.readLine();
            }
            return lines.toString();
        }
        if (!head.startsWith("$")) {
            return head;
        }
        char[] text = new char[Integer.parseInt(head.substring(1))];
        int read = 0;
        for (int more = 0; more >= 0 && read < text.length; read += Math.max(more, 0)) {
            more = in.read(text, read, text.length - read);
        }
        return new String(text, 0, read);
    }
}
