package dev.jonah.appdb.java;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups of well-known libraries whose archives hold none of Maven's files. A row counts only if the name of the artifact
 * begins as it says and the archive has classes in the package that it says.
 */
final class KnownGroups {
    /** The longer prefix stands first. */
    private static final List<Row> ROWS = List.of(
            new Row("spring-boot", "org.springframework.boot", "org.springframework.boot"),
            new Row("spring-cloud", "org.springframework.cloud", "org.springframework.cloud"),
            new Row("spring-data", "org.springframework.data", "org.springframework.data"),
            new Row("spring-security", "org.springframework.security", "org.springframework.security"),
            new Row("spring-integration", "org.springframework.integration", "org.springframework.integration"),
            new Row("spring-batch", "org.springframework.batch", "org.springframework.batch"),
            new Row("spring-kafka", "org.springframework.kafka", "org.springframework.kafka"),
            new Row("spring-rabbit", "org.springframework.amqp", "org.springframework.amqp"),
            new Row("spring-amqp", "org.springframework.amqp", "org.springframework.amqp"),
            new Row("spring-session", "org.springframework.session", "org.springframework.session"),
            new Row("spring-retry", "org.springframework.retry", "org.springframework.retry"),
            new Row("spring-jcl", "org.apache.commons", "org.springframework"),
            new Row("spring-core", "org.springframework", "org.springframework"),
            new Row("spring-beans", "org.springframework.beans", "org.springframework"),
            new Row("spring-context", "org.springframework", "org.springframework"),
            new Row("spring-aop", "org.springframework.aop", "org.springframework"),
            new Row("spring-aspects", "org.springframework", "org.springframework"),
            new Row("spring-expression", "org.springframework.expression", "org.springframework"),
            new Row("spring-jdbc", "org.springframework.jdbc", "org.springframework"),
            new Row("spring-jms", "org.springframework.jms", "org.springframework"),
            new Row("spring-messaging", "org.springframework.messaging", "org.springframework"),
            new Row("spring-orm", "org.springframework.orm", "org.springframework"),
            new Row("spring-r2dbc", "org.springframework.r2dbc", "org.springframework"),
            new Row("spring-tx", "org.springframework", "org.springframework"),
            new Row("spring-webflux", "org.springframework.web", "org.springframework"),
            new Row("spring-webmvc", "org.springframework.web", "org.springframework"),
            new Row("spring-websocket", "org.springframework.web", "org.springframework"),
            new Row("spring-web", "org.springframework", "org.springframework"),
            new Row("micrometer-", "io.micrometer", "io.micrometer"),
            new Row("reactor-netty", "reactor.netty", "io.projectreactor.netty"),
            new Row("reactor-", "reactor", "io.projectreactor"),
            new Row("kotlin-", "kotlin", "org.jetbrains.kotlin"),
            new Row("kotlinx-", "kotlinx", "org.jetbrains.kotlinx"),
            new Row("okhttp", "okhttp3", "com.squareup.okhttp3"),
            new Row("okio", "okio", "com.squareup.okio"),
            new Row("retrofit", "retrofit2", "com.squareup.retrofit2"),
            new Row("hibernate-core", "org.hibernate", "org.hibernate.orm"),
            new Row("kafka-clients", "org.apache.kafka", "org.apache.kafka"),
            new Row("lucene-", "org.apache.lucene", "org.apache.lucene"),
            new Row("opentelemetry-", "io.opentelemetry", "io.opentelemetry"),
            new Row("grpc-", "io.grpc", "io.grpc"));

    private record Row(String artifact, String root, String group) {}

    private KnownGroups() {}

    /** The group of this artifact, or null. */
    static @Nullable String of(String artifact, SortedSet<String> roots) {
        for (Row row : ROWS) {
            if (artifact.startsWith(row.artifact) && has(roots, row.root)) {
                return row.group;
            }
        }
        return null;
    }

    private static boolean has(SortedSet<String> roots, String root) {
        return roots.stream().anyMatch(r -> r.equals(root) || r.startsWith(root + "."));
    }
}
