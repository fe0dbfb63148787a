package dev.jonah.sysdb.rpm.storage;

import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Databases whose record N is the text "header N." N * N times, and what reading one gave. */
final class Fixtures {
    static final long LARGEST = 1 << 20;

    private Fixtures() {}

    /** What a reader handed over. */
    record Outcome(Map<Long, String> headers, List<String> problems, String failure) {}

    /** Reads with one of the readers. */
    interface Reading {
        void read(HeaderSink out, java.util.function.Consumer<StorageProblem> problems) throws IOException;
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Fixtures.class.getResourceAsStream(name + ".gz");
                GZIPInputStream unpacked = new GZIPInputStream(in)) {
            return unpacked.readAllBytes();
        }
    }

    static SeekableByteChannel channel(byte[] bytes) {
        return MemoryBlob.of(bytes).openChannel();
    }

    static String text(long number) {
        return ("header " + number + ".").repeat((int) (number * number));
    }

    static Map<Long, String> all(int last) {
        Map<Long, String> all = new java.util.TreeMap<>();
        for (long number = 1; number <= last; number++) {
            all.put(number, text(number));
        }
        return all;
    }

    static Outcome outcome(Reading reading) {
        Map<Long, String> headers = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        String failure = "";
        try {
            reading.read(
                    (number, blob) -> headers.put(number, new String(blob, StandardCharsets.ISO_8859_1)),
                    problem -> problems.add(problem.code() + ": " + problem.message()));
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        }
        return new Outcome(headers, problems, failure);
    }
}
