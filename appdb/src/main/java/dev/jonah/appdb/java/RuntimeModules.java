package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.RuntimeImageReader;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules in the {@code lib/modules} of a runtime: those of Java, and with {@code jlink} those of an application. */
final class RuntimeModules {
    private final ImagePath container;
    private final List<ModuleDescriptor> modules;

    private RuntimeModules(ImagePath container, List<ModuleDescriptor> modules) {
        this.container = container;
        this.modules = modules;
    }

    /** Those of the runtime in this directory; none if it has no such file, or one that is damaged, which is reported. */
    static RuntimeModules in(ImagePath home, PackageScan scan) throws IOException {
        ImagePath container = home.resolve("lib/modules");
        Content content = scan.tree().find(container).map(FileEntry::content).orElse(null);
        if (content == null || content.size() == 0) {
            return new RuntimeModules(container, List.of());
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            return new RuntimeModules(container, RuntimeImageReader.read(new ProgramBytes(channel)));
        } catch (DamagedProgramException e) {
            scan.diagnostics()
                    .warning("java.runtime-modules", container, container + " cannot be read: " + e.getMessage());
            return new RuntimeModules(container, List.of());
        }
    }

    /** The version that Java's own modules have; null if they are not there. */
    @Nullable
    String version() {
        return modules.stream()
                .filter(module -> module.name().equals("java.base"))
                .findFirst()
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse(null);
    }

    /** Their names as {@code release} has them; null if there are none. */
    @Nullable
    String names() {
        String names = modules.stream().map(ModuleDescriptor::name).sorted().collect(Collectors.joining(" "));
        return names.isEmpty() ? null : names;
    }

    /** Packages of those that are not Java's own: by name and version. */
    void give(ImagePath foundAt, Consumer<SoftwarePackage> out) {
        String java = version();
        for (ModuleDescriptor module : modules) {
            String version = module.rawVersion().orElse(null);
            boolean own = module.name().matches("(java|jdk)\\..*") || version != null && version.equals(java);
            if (!own) {
                out.accept(SoftwarePackage.of(
                                Purl.of("generic", module.name())
                                        .version(version)
                                        .build(),
                                Kind.APPLICATION,
                                foundAt)
                        .foundAt(container)
                        .dependencies(module.requires().stream()
                                .map(ModuleDescriptor.Requires::name)
                                .sorted()
                                .toList())
                        .extra("java.path", container + "!/" + module.name())
                        .extra("java.module", module.name())
                        .extra("java.module-version", version)
                        .extra("java.confidence", Confidence.GUESSED.id())
                        .extra("java.identity-from", "descriptor of the module")
                        .build());
            }
        }
    }
}
