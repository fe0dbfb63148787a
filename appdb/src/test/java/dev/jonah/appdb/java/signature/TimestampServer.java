package dev.jonah.appdb.java.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A time stamping authority on this machine: answers are made by {@code openssl ts}. */
final class TimestampServer implements AutoCloseable {
    private static final String CONFIGURATION = """
            [req]
            distinguished_name = name
            x509_extensions = v3
            prompt = no
            [name]
            CN = clock
            [v3]
            extendedKeyUsage = critical,timeStamping
            [tsa]
            default_tsa = config
            [config]
            serial = DIR/serial
            signer_cert = DIR/tsa.pem
            signer_key = DIR/tsa.key
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha1, sha256, sha384, sha512
            ess_cert_id_alg = sha256
            """;

    private final Path directory;
    private final RealTool openssl;
    private final HttpServer server;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    TimestampServer(Path directory, RealTool openssl) throws IOException {
        this.directory = directory;
        this.openssl = openssl;
        Files.writeString(file("tsa.cnf"), CONFIGURATION.replace("DIR", directory.toString()));
        Files.writeString(file("serial"), "01");
        openssl.run(
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "30",
                        "-config",
                        "" + file("tsa.cnf"),
                        "-keyout",
                        "" + file("tsa.key"),
                        "-out",
                        "" + file("tsa.pem"))
                .succeeded();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Files.write(file("query"), exchange.getRequestBody().readAllBytes());
        openssl.run(
                        "ts",
                        "-reply",
                        "-config",
                        "" + file("tsa.cnf"),
                        "-queryfile",
                        "" + file("query"),
                        "-out",
                        "" + file("reply"))
                .succeeded();
        byte[] reply = Files.readAllBytes(file("reply"));
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    Instant started() {
        return started;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
