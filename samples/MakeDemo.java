import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Makes {@code demo.tar}, a docker-archive of three layers in which every kind of verdict occurs that needs no index of
 * known files. Everything in it is invented here; same program, same bytes. To run: {@code java MakeDemo.java FILE}.
 */
public final class MakeDemo {
    private static final long TIME = 1_700_000_000;
    private static final String PYTHON = "/usr/lib/python3.11/site-packages";
    private static final String DATABASE = "/lib/apk/db/installed";

    private static final String HARPOON = """
        #!/bin/sh
        # Throws a harpoon at whatever the configuration names.
        . /etc/harpoon.conf
        echo "harpoon: thrown at ${target:-nothing}"
        """;
    private static final String CONFIGURATION = """
        # What to throw at.
        target=whale
        """;
    private static final String CHART = """
        ""\"Where the whales are.""\"


        def nearest(place, whales):
            return min(whales, key=lambda whale: abs(whale - place))
        """;
    /** What CPython 3.11 makes of CHART; kept as bytes, so that it depends on no Python that is installed. */
    private static final byte[] COMPILED_CHART = Base64.getMimeDecoder().decode("""
        pw0NCgAAAAAA8VNldwAAAOMAAAAAAAAAAAAAAAABAAAAAAAAAPMQAAAAlwBkAFoAZAGEAFoBZAJTACkDehVXaGVyZSB0aGUgd2hh
        bGVzIGFyZS5jAgAAAAAAAAAAAAAABQAAAAMAAADzLAAAAIcAlwB0AQAAAAAAAAAAAAB8AYgAZgFkAYQIrAKmAgAAqwIAAAAAAAAA
        AFMAKQNOYwEAAAAAAAAAAAAAAAQAAAATAAAA8ygAAACVAZcAdAEAAAAAAAAAAAAAfACJAXoKAACmAQAAqwEAAAAAAAAAAFMAKQFO
        KQHaA2FicykC2gV3aGFsZdoFcGxhY2VzAgAAACCA+il1c3IvbGliL3B5dGhvbjMuMTEvc2l0ZS1wYWNrYWdlcy9jaGFydC5wefoI
        PGxhbWJkYT56GW5lYXJlc3QuPGxvY2Fscz4uPGxhbWJkYT4FAAAAcxMAAAD4gACtE6hVsFWpXdEpO9QpO4AA8wAAAAApAdoDa2V5
        KQHaA21pbikCcgYAAADaBndoYWxlc3MCAAAAYCByBwAAANoHbmVhcmVzdHINAAAABAAAAHMgAAAA+IAA3QsOiHbQGzvQGzvQGzvQ
        GzvQCzzRCzzUCzzQBDxyCQAAAE4pAtoHX19kb2NfX3INAAAAqQByCQAAAHIHAAAA+gg8bW9kdWxlPnIQAAAAAQAAAHMkAAAA8AMB
        AQHYABvQABvwBgEBPfAAAQE98AABAT3wAAEBPfAAAQE9cgkAAAA=
        """);

    private static final String PASSWD = """
        root:x:0:0:root:/root:/bin/sh
        nobody:x:65534:65534:nobody:/:/sbin/nologin
        """;

    private MakeDemo() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), image());
    }

    private static byte[] image() {
        Layer base = new Layer();
        List<Package> packages = packages(base);
        base.file(DATABASE, 0644, installed(packages));
        base.file("/lib/apk/db/lock", 0600, "");
        base.file("/lib/apk/db/triggers", 0644, packages.get(1).identity() + " /bin /usr/bin\n");
        Layer scripts = new Layer();
        String script = "busybox-0.1-r0." + packages.get(1).identity() + ".post-install";
        scripts.entry(script, '0', 0755, bytes("#!/bin/busybox sh\nexec /bin/busybox --install -s\n"), "");
        base.file("/lib/apk/db/scripts.tar", 0644, scripts.tar());
        base.file("/etc/apk/world", 0644, "busybox\nharpoon\nkeeper\nnantucket-release\n");
        base.file("/etc/apk/arch", 0644, "x86_64\n");
        base.file("/etc/apk/repositories", 0644, "https://packages.nantucket.invalid/v1.0/main\n");
        for (String applet : List.of("/bin/cat", "/bin/ls", "/bin/sh", "/usr/bin/env")) {
            base.link(applet, "/bin/busybox");
        }
        base.file(PYTHON + "/__pycache__/chart.cpython-311.pyc", 0644, COMPILED_CHART);
        return archive(
                List.of(base, application(), cleanUp()),
                List.of(
                        "ADD rootfs.tar /",
                        "COPY . / # application",
                        "RUN ./harden.sh && rm -rf /var/cache/build /root/.ssh"));
    }

    /** What the package manager installed, all of it in the lowest layer. */
    private static List<Package> packages(Layer layer) {
        Package release = new Package("nantucket-release", "1.0-r0", "Names of the system", layer)
                .file(
                        "/etc/os-release",
                        0644,
                        "NAME=\"Nantucket Linux\"\nID=nantucket\nID_LIKE=alpine\nVERSION_ID=1.0\n"
                                + "PRETTY_NAME=\"Nantucket Linux 1.0\"\n")
                .file("/etc/passwd", 0644, PASSWD)
                .file("/etc/motd", 0644, "Call me.\n");
        Package busybox = new Package("busybox", "0.1-r0", "Stands in for the real one: does nothing", layer)
                .file("/bin/busybox", 0755, program("busybox", 4096))
                .file("/etc/busybox-paths.d/busybox", 0644, "bin/cat\nbin/ls\nbin/sh\nusr/bin/env\n");
        Package harpoon = new Package("harpoon", "2.1-r0", "Throws harpoons", layer)
                .file("/etc/harpoon.conf", 0644, CONFIGURATION)
                .file("/usr/bin/harpoon", 0755, HARPOON)
                .hardLink("/usr/bin/lance", "/usr/bin/harpoon", HARPOON)
                .link("/usr/lib/libharpoon.so.2", "libharpoon.so.2.1")
                .file("/usr/lib/libharpoon.so.2.1", 0755, program("libharpoon", 12288))
                .file(PYTHON + "/chart.py", 0644, CHART)
                .unhashed("/usr/share/harpoon/log.txt", "Nothing is recorded of this file but its name.\n")
                .file("/usr/share/doc/harpoon/README", 0644, "Aim, then throw.\n");
        Package keeper = new Package("keeper", "0.3-r1", "Opens what only root may open", layer)
                .file("/etc/keeper.d/default.conf", 0644, "allow=nobody\n")
                .file("/usr/sbin/keeper", 04755, program("keeper", 8192))
                .promise("/usr/share/keeper/manual.txt", "It was never in any layer.\n");
        return List.of(
                release, busybox, harpoon, keeper, new Package(".build-deps", "20260101.000000", "virtual", layer));
    }

    /** Edited configuration, a Python package, an application of nobody's, and what later is deleted. */
    private static Layer application() {
        Layer layer = new Layer();
        layer.file("/etc/harpoon.conf", 0644, CONFIGURATION.replace("whale", "kraken"));
        layer.file("/etc/harpoon.conf.apk-new", 0644, CONFIGURATION);
        layer.file("/etc/passwd", 0644, PASSWD + "ishmael:x:1000:1000::/home/ishmael:/bin/sh\n");
        layer.file("/etc/passwd-", 0644, PASSWD);
        layer.file("/usr/local/bin/throw", 0755, HARPOON);
        layer.file("/srv/app/server.py", 0644, "import chart\n\nprint(chart.nearest(3, [1, 4, 9]))\n");
        layer.file("/root/.ssh/id_demo", 0600, notAKey());
        byte[] waste = new byte[64 * 1024];
        new Random(1).nextBytes(waste);
        layer.file("/var/cache/build/objects.bin", 0644, waste);
        whalesong(layer);
        return layer;
    }

    /** Looks like a private key, and is random. */
    private static String notAKey() {
        byte[] noise = new byte[144];
        new Random(2).nextBytes(noise);
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(noise);
        return "-----BEGIN " + "PRIVATE KEY-----\n" + body + "\n-----END " + "PRIVATE KEY-----\n";
    }

    /** A Python distribution as pip installs it. */
    private static void whalesong(Layer layer) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("whalesong/__init__.py", "from .song import sing\n");
        files.put("whalesong/song.py", "def sing(times):\n    return \"oo-ee \" * times\n");
        files.put("whalesong-1.2.0.dist-info/INSTALLER", "pip\n");
        files.put(
                "whalesong-1.2.0.dist-info/METADATA",
                "Metadata-Version: 2.1\nName: whalesong\nVersion: 1.2.0\nSummary: Sings\nLicense: MIT\n");
        files.put("whalesong-1.2.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: demo\nTag: py3-none-any\n");
        StringBuilder record = new StringBuilder();
        files.forEach((path, content) -> {
            layer.file(PYTHON + "/" + path, 0644, content);
            String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", bytes(content)));
            record.append(path)
                    .append(",sha256=")
                    .append(digest)
                    .append(',')
                    .append(content.length())
                    .append('\n');
        });
        record.append("whalesong/__pycache__/song.cpython-311.pyc,,\nwhalesong-1.2.0.dist-info/RECORD,,\n");
        layer.file(PYTHON + "/whalesong-1.2.0.dist-info/RECORD", 0644, record.toString());
    }

    /** A tampered program, planted ones, and deletions. */
    private static Layer cleanUp() {
        Layer layer = new Layer();
        byte[] tampered = program("keeper", 8192);
        tampered[4000] ^= 1;
        layer.file("/usr/sbin/keeper", 04755, tampered);
        layer.file("/tmp/.cache/.update", 0755, program("update", 2048));
        layer.file("/usr/local/bin/rootsh", 04755, program("rootsh", 1024));
        layer.link("/bin/nc", "/bin/busybox");
        layer.file("/etc/.wh.motd", 0644, "");
        layer.file("/etc/keeper.d/.wh.default.conf", 0644, "");
        layer.file("/usr/share/doc/harpoon/.wh..wh..opq", 0644, "");
        layer.file("/var/cache/.wh.build", 0644, "");
        layer.file("/root/.wh..ssh", 0644, "");
        return layer;
    }

    private static String installed(List<Package> packages) {
        return packages.stream().map(Package::stanza).collect(Collectors.joining("\n")) + "\n";
    }

    /** The header of an ELF program for x86-64 that has no segments, and noise. */
    private static byte[] program(String name, int size) {
        byte[] bytes = new byte[size];
        new Random(name.hashCode()).nextBytes(bytes);
        String header = "7f454c46020101000000000000000000" + "03003e00010000000000000000000000"
                + "00000000000000000000000000000000" + "40003800000040000000000000000000";
        System.arraycopy(HexFormat.of().parseHex(header), 0, bytes, 0, 64);
        return bytes;
    }

    /** The docker-archive. Its top layer is compressed, as some tools leave them. */
    private static byte[] archive(List<Layer> layers, List<String> history) {
        Layer archive = new Layer();
        String diffIds = layers.stream()
                .map(layer -> "\"sha256:" + hex(layer.tar()) + "\"")
                .collect(Collectors.joining(","));
        String created = "\"created\":\"2023-11-14T22:13:20Z\"";
        String steps = history.stream()
                .map(step -> "{" + created + ",\"created_by\":\"" + step + "\"}")
                .collect(Collectors.joining(","));
        String config = "{\"architecture\":\"amd64\",\"os\":\"linux\"," + created
                + ",\"config\":{\"User\":\"1000\",\"Cmd\":[\"/usr/bin/harpoon\"],\"WorkingDir\":\"/srv/app\"},\"rootfs\":{"
                + "\"type\":\"layers\",\"diff_ids\":[" + diffIds + "]},\"history\":[" + steps + "]}";
        Stream.Builder<String> names = Stream.builder();
        for (Layer layer : layers) {
            byte[] stored = layer == layers.get(layers.size() - 1) ? gzip(layer.tar()) : layer.tar();
            String name = hex(stored) + ".tar";
            archive.entry(name, '0', 0644, stored, "");
            names.add("\"" + name + "\"");
        }
        String configName = hex(bytes(config)) + ".json";
        archive.entry(configName, '0', 0644, bytes(config), "");
        String manifest = "[{\"Config\":\"" + configName + "\",\"RepoTags\":[\"jonah-demo:1\"],\"Layers\":["
                + names.build().collect(Collectors.joining(",")) + "]}]";
        archive.entry("manifest.json", '0', 0644, bytes(manifest), "");
        return archive.tar();
    }

    /** The gzip format with blocks that are merely stored: what zlib makes differs between its versions. */
    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("1f8b08000000000000ff"));
        for (int start = 0; start < content.length; start += 0xffff) {
            int length = Math.min(0xffff, content.length - start);
            out.write(start + length == content.length ? 1 : 0);
            little(out, length, 2);
            little(out, ~length, 2);
            out.write(content, start, length);
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        little(out, sum.getValue(), 4);
        little(out, content.length, 4);
        return out.toByteArray();
    }

    private static void little(ByteArrayOutputStream out, long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >> 8 * i));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256", content));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A package: puts its files into a layer and writes its stanza of apk's database. */
    private static final class Package {
        private final String name;
        private final String head;
        private final Layer layer;
        private final TreeMap<String, TreeMap<String, String>> directories = new TreeMap<>();

        Package(String name, String version, String description, Layer layer) {
            this.name = name;
            this.layer = layer;
            head = "P:" + name + "\nV:" + version + "\nA:x86_64\nS:1000\nI:4096\nT:" + description
                    + "\nU:https://nantucket.invalid/" + name + "\nL:MIT\no:" + name
                    + "\nm:Queequeg <queequeg@nantucket.invalid>\nt:" + TIME + "\n";
        }

        String identity() {
            return checksum(bytes(name));
        }

        Package file(String path, int mode, String content) {
            return file(path, mode, bytes(content));
        }

        Package file(String path, int mode, byte[] content) {
            layer.file(path, mode, content);
            return record(
                    path,
                    (mode == 0644 ? "" : "a:0:0:" + Integer.toOctalString(mode) + "\n") + "Z:" + checksum(content)
                            + "\n");
        }

        Package hardLink(String path, String target, String content) {
            layer.entry(path.substring(1), '1', 0755, new byte[0], target.substring(1));
            return record(path, "a:0:0:755\nZ:" + checksum(bytes(content)) + "\n");
        }

        Package link(String path, String target) {
            layer.link(path, target);
            return record(path, "a:0:0:777\nZ:" + checksum(bytes(target)) + "\n");
        }

        /** A file without a recorded checksum. */
        Package unhashed(String path, String content) {
            layer.file(path, 0644, content);
            return record(path, "");
        }

        /** A file that is recorded and not there. */
        Package promise(String path, String content) {
            return record(path, "Z:" + checksum(bytes(content)) + "\n");
        }

        String stanza() {
            StringBuilder stanza = new StringBuilder("C:" + identity() + "\n" + head);
            directories.forEach((directory, files) -> {
                stanza.append("F:").append(directory).append('\n');
                files.forEach((file, lines) ->
                        stanza.append("R:").append(file).append('\n').append(lines));
            });
            return stanza.toString();
        }

        private Package record(String path, String lines) {
            int slash = path.lastIndexOf('/');
            directories
                    .computeIfAbsent(path.substring(1, slash), key -> new TreeMap<>())
                    .put(path.substring(slash + 1), lines);
            return this;
        }

        private static String checksum(byte[] content) {
            return "Q1" + Base64.getEncoder().encodeToString(digest("SHA-1", content));
        }
    }

    /** Collects members of a tar archive in the format ustar. */
    private static final class Layer {
        private static final int BLOCK = 512;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final Set<String> directories = new HashSet<>();

        void file(String path, int mode, String content) {
            file(path, mode, bytes(content));
        }

        void file(String path, int mode, byte[] content) {
            parents(path);
            entry(path.substring(1), '0', mode, content, "");
        }

        void link(String path, String target) {
            parents(path);
            entry(path.substring(1), '2', 0777, new byte[0], target);
        }

        private void parents(String path) {
            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (directories.add(path.substring(1, slash + 1))) {
                    entry(path.substring(1, slash + 1), '5', 0755, new byte[0], "");
                }
            }
        }

        void entry(String name, char type, int mode, byte[] content, String target) {
            byte[] header = new byte[BLOCK];
            put(header, 0, name);
            put(header, 100, "%07o".formatted(mode));
            put(header, 108, "0000000");
            put(header, 116, "0000000");
            put(header, 124, "%011o".formatted(content.length));
            put(header, 136, "%011o".formatted(TIME));
            Arrays.fill(header, 148, 156, (byte) ' ');
            header[156] = (byte) type;
            put(header, 157, target);
            put(header, 257, "ustar\0" + "00");
            int sum = 0;
            for (byte b : header) {
                sum += b & 0xff;
            }
            put(header, 148, "%06o\0 ".formatted(sum));
            out.writeBytes(header);
            out.writeBytes(content);
            out.writeBytes(new byte[Math.floorMod(-content.length, BLOCK)]);
        }

        byte[] tar() {
            byte[] members = out.toByteArray();
            return Arrays.copyOf(members, members.length + 2 * BLOCK);
        }

        private static void put(byte[] header, int offset, String text) {
            byte[] bytes = bytes(text);
            System.arraycopy(bytes, 0, header, offset, bytes.length);
        }
    }
}
