package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachesTest extends ExplainerContract {
    /** Every cache, and the packaged file that it is made from. */
    private static final Map<String, String> MADE_FROM = new TreeMap<>(Map.ofEntries(
            Map.entry("/etc/udev/hwdb.bin", "/usr/lib/udev/hwdb.d/20-usb.hwdb"),
            Map.entry("/usr/lib/udev/hwdb.bin", "/usr/lib/udev/hwdb.d/20-usb.hwdb"),
            Map.entry("/usr/lib/gconv/gconv-modules.cache", "/usr/lib/gconv/A.so"),
            Map.entry("/usr/lib/gdk-pixbuf-2.0/2.10.0/loaders.cache", "/usr/lib/gdk-pixbuf-2.0/2.10.0/loaders/libx.so"),
            Map.entry(
                    "/usr/lib/x86_64-linux-gnu/gio/modules/giomodule.cache",
                    "/usr/lib/x86_64-linux-gnu/gio/modules/libx.so"),
            Map.entry("/usr/lib64/gtk-3.0/3.0.0/immodules.cache", "/usr/lib64/gtk-3.0/3.0.0/immodules/im-x.so"),
            Map.entry("/usr/lib/locale/locale-archive", "/usr/share/i18n/locales/en_US"),
            Map.entry("/usr/share/glib-2.0/schemas/gschemas.compiled", "/usr/share/glib-2.0/schemas/org.x.gschema.xml"),
            Map.entry("/usr/share/icons/hicolor/icon-theme.cache", "/usr/share/icons/hicolor/index.theme"),
            Map.entry("/usr/share/mime/mime.cache", "/usr/share/mime/packages/freedesktop.org.xml"),
            Map.entry("/var/lib/systemd/catalog/database", "/usr/lib/systemd/catalog/systemd.catalog")));

    private static final String FONTS = "/var/cache/fontconfig/"
            + Digest.compute(Digest.Algorithm.MD5, "/usr/share/fonts".getBytes(StandardCharsets.US_ASCII))
                    .hex()
            + "-le64.cache-9";

    @Override
    protected Explainer plugin() {
        return new Caches();
    }

    @Override
    protected FakeTree fixture() {
        return root().build();
    }

    private static FakeTreeBuilder root() {
        FakeTreeBuilder tree = FakeTree.builder()
                .file(FONTS, fontCache())
                .directory("/usr/share/fonts")
                .file("/var/cache/man/de/index.db", CompiledFiles.manuals())
                .file("/var/cache/fontconfig/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# yes\n");
        MADE_FROM.forEach((cache, input) -> tree.file(cache, content(cache))
                .file(input, input.endsWith(".xml") ? "<schema path=\"/x/\" id=\"org.x\"/>" : "x"));
        return tree;
    }

    private static byte[] content(String cache) {
        String name = cache.substring(cache.lastIndexOf('/') + 1);
        return switch (name) {
            case "hwdb.bin" -> CompiledFiles.hardware();
            case "database" -> CompiledFiles.messages();
            case "gschemas.compiled" -> CompiledFiles.settings("org.x", ByteOrder.LITTLE_ENDIAN);
            case "gconv-modules.cache" -> CompiledFiles.conversions("/usr/lib/gconv/", "A.so", "A.so");
            case "locale-archive" -> HexFormat.of().parseHex("090102de00000000");
            case "icon-theme.cache" -> CompiledFiles.icons();
            case "mime.cache" -> mimeCache();
            case "giomodule.cache" -> "libx.so: gio-tls-backend\n".getBytes(StandardCharsets.US_ASCII);
            case "loaders.cache" ->
                "# Image Loaders\n\"/usr/lib/gdk-pixbuf-2.0/2.10.0/loaders/libx.so\"\n\"x\" 4 \"gdk-pixbuf\" \"X\"\n\n"
                        .getBytes(StandardCharsets.US_ASCII);
            default ->
                "\"/usr/lib64/gtk-3.0/3.0.0/immodules/im-x.so\" \n\"x\" \"X\" \"gtk30\" \"/usr/share/locale\" \"\"\n"
                        .getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static byte[] mimeCache() {
        ByteBuffer bytes = ByteBuffer.allocate(80).putShort((short) 1).putShort((short) 2);
        for (int i = 0; i < 9; i++) {
            bytes.putInt(40 + 4 * i);
        }
        return bytes.array();
    }

    private static byte[] fontCache() {
        ByteBuffer bytes = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xfc02fc04)
                .putInt(9);
        bytes.putLong(64).putLong(40).position(40);
        return bytes.put("/usr/share/fonts".getBytes(StandardCharsets.US_ASCII)).array();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, MADE_FROM.values().toArray(String[]::new));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().toString())
                .containsAll(MADE_FROM.keySet())
                .contains(FONTS, "/var/cache/man/de/index.db", "/var/cache/fontconfig/CACHEDIR.TAG")
                .hasSize(MADE_FROM.size() + 3);
    }

    static Stream<String> caches() {
        return MADE_FROM.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("caches")
    void aCacheWithoutPackagedInputsStaysUnexplained(String cache) throws IOException {
        assertThat(Installed.ruleFor(cache, plugin(), root())).isEqualTo("nothing");
    }

    @ParameterizedTest
    @MethodSource("caches")
    void aProgramInPlaceOfACacheStaysUnexplained(String cache) throws IOException {
        FakeTree tree = root().file(cache, "\u007fELF").build();

        assertThat(Installed.ruleFor(cache, plugin(), scan(tree))).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/x86_64-linux-gnu/gio/modules/giomodule.cache, libevil.so: gio-tls-backend",
        "/usr/lib/gdk-pixbuf-2.0/2.10.0/loaders.cache,          \"/tmp/evil.so\"",
        "/usr/lib/gdk-pixbuf-2.0/2.10.0/loaders.cache,          \"/tmp/evil.bin\"",
        "/usr/lib/gdk-pixbuf-2.0/2.10.0/loaders.cache,          \"/tmp/evil.so\" \"more\"",
        "/usr/lib/gdk-pixbuf-2.0/2.10.0/loaders.cache,          \"../../../tmp/evil.so\"",
        "/usr/lib64/gtk-3.0/3.0.0/immodules.cache,              '\"/tmp/evil.so\" '"
    })
    void aListThatNamesALibraryOfNobodyStaysUnexplained(String cache, String line) throws IOException {
        FakeTree tree = root().file(cache, new String(content(cache), StandardCharsets.US_ASCII) + "\n" + line + "\n")
                .file("/tmp/evil.so", "x")
                .file("/usr/lib/x86_64-linux-gnu/gio/modules/libevil.so", "x")
                .build();

        assertThat(Installed.ruleFor(cache, plugin(), scan(tree))).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/udev/hwdb.bin",
                "/usr/share/glib-2.0/schemas/gschemas.compiled",
                "/usr/lib/gconv/gconv-modules.cache",
                "/var/lib/systemd/catalog/database",
                "/var/cache/man/de/index.db"
            })
    void aCacheWithMoreBehindItsEndStaysUnexplained(String cache) throws IOException {
        byte[] content = cache.endsWith("index.db") ? CompiledFiles.manuals() : content(cache);
        byte[] longer = Arrays.copyOf(content, content.length + 64);
        Arrays.fill(longer, content.length, longer.length, (byte) 'x');
        FakeTree tree = root().file(cache, longer).build();

        assertThat(Installed.ruleFor(cache, plugin(), scan(tree))).isEqualTo("nothing");
    }

    @Test
    void compiledSettingsWithASchemaOfNobodyStayUnexplained() throws IOException {
        String cache = "/usr/share/glib-2.0/schemas/gschemas.compiled";
        FakeTree tree = root().file(cache, CompiledFiles.settings("org.evil", ByteOrder.LITTLE_ENDIAN))
                .file("/usr/share/glib-2.0/schemas/evil.gschema.xml", "<schema id=\"org.evil\"/>")
                .build();

        assertThat(Installed.ruleFor(cache, plugin(), scan(tree))).isEqualTo("nothing");
    }

    @Test
    void aConversionByAModuleOfNobodyStaysUnexplained() throws IOException {
        String cache = "/usr/lib/gconv/gconv-modules.cache";
        FakeTree tree = root().file(cache, CompiledFiles.conversions("/tmp/", "A.so", "A.so"))
                .file("/tmp/A.so", "x")
                .build();

        assertThat(Installed.ruleFor(cache, plugin(), scan(tree))).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "/var/cache/fontconfig/00000000000000000000000000000000-le64.cache-9",
        "/var/cache/man/index.sh",
        "/opt/CACHEDIR.TAG"
    })
    void otherPlacesStayUnexplained(String path) throws IOException {
        FakeTree tree = root().file(path, fontCache()).build();

        assertThat(Installed.ruleFor(path, plugin(), scan(tree))).isEqualTo("nothing");
    }
}
