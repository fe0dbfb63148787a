package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.dotnet.format.Library;
import dev.jonah.appdb.dotnet.format.RuntimeConfiguration;
import dev.jonah.appdb.dotnet.format.RuntimeConfiguration.Framework;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The packages of one application. A library of which no file is there is declared only: so are packages for the build,
 * and those whose files the runtime brings in a newer version.
 */
final class DependencyPackages {
    private static final String RUNTIME_PACK = "runtimepack.";

    private final Application application;
    private final PackageScan scan;
    private final List<Library> libraries;
    private final Map<Integer, LibraryFiles.Files> files;
    private final Map<Integer, Purl> purls = new HashMap<>();
    private final Map<String, Purl> installed = new HashMap<>();

    private DependencyPackages(Application application, PackageScan scan) {
        this.application = application;
        this.scan = scan;
        this.libraries = application.manifest().libraries();
        LibraryFiles found = LibraryFiles.of(libraries, application.directory());
        this.files = found.byLibrary();
        if (!found.outside().isEmpty()) {
            String message = application.foundAt() + " lists " + found.outside().size()
                    + " files outside of the application, such as "
                    + found.outside().iterator().next();
            scan.diagnostics().warning("dotnet.deps.outside", application.foundAt(), message);
        }
    }

    /** Hands over the packages in the order of the list. */
    static void of(Application application, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        DependencyPackages packages = new DependencyPackages(application, scan);
        packages.name();
        for (int i = 0; i < packages.libraries.size(); i++) {
            Purl purl = packages.purls.get(i);
            if (purl != null) {
                out.accept(packages.describe(i, purl));
            }
        }
    }

    private void name() {
        for (int i = 0; i < libraries.size(); i++) {
            Library library = libraries.get(i);
            // What the compiler was given; the shared framework brings the real thing.
            boolean forCompiler = library.compileOnly() || "referenceassembly".equals(library.type());
            boolean there = isInstalled(i);
            if (!forCompiler && (there || isPackage(library))) {
                Purl purl = purl(library);
                if (purl != null) {
                    purls.put(i, purl);
                    if (there) {
                        installed.putIfAbsent(library.name().toLowerCase(Locale.ROOT), purl);
                    }
                }
            }
        }
    }

    private boolean isInstalled(int index) {
        LibraryFiles.Files found = files.get(index);
        return found != null && (found.isThere() || application.complete());
    }

    private static boolean isPackage(Library library) {
        String type = library.type();
        return type == null ? library.sha512() != null : type.equals("package") || type.equals("runtimepack");
    }

    private @Nullable Purl purl(Library library) {
        boolean runtimePack =
                "runtimepack".equals(library.type()) && library.name().startsWith(RUNTIME_PACK);
        String name = runtimePack ? library.name().substring(RUNTIME_PACK.length()) : library.name();
        try {
            return Purl.of(isPackage(library) ? "nuget" : "generic", name)
                    .version(library.version())
                    .build();
        } catch (IllegalArgumentException e) {
            String message = application.foundAt() + " names a library that cannot be: " + e.getMessage();
            scan.diagnostics().warning("dotnet.library", application.foundAt(), message);
            return null;
        }
    }

    private SoftwarePackage describe(int index, Purl purl) throws IOException {
        Library library = libraries.get(index);
        boolean there = isInstalled(index);
        boolean main = index == application.main() && there;
        List<String> dependencies = new ArrayList<>();
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                        purl, there ? Kind.APPLICATION : Kind.DECLARED, application.foundAt())
                .extra("dotnet.type", library.type())
                .extra("dotnet.target", application.manifest().target())
                .extra("nuget.sha512", library.sha512());
        library.dependencies().forEach((name, version) -> {
            dependencies.add(name + " " + version);
            Purl resolved = installed.get(name.toLowerCase(Locale.ROOT));
            if (resolved != null && there) {
                builder.resolved(application.foundAt(), resolved);
            }
        });
        if (main) {
            main(builder, dependencies);
        }
        LibraryFiles.Files found = files.get(index);
        if (there && found != null && scan.wantsFiles()) {
            for (Map.Entry<ImagePath, String> file : found.present().entrySet()) {
                if (FileVersions.isListed(file.getKey(), file.getValue(), application.foundAt(), scan)) {
                    builder.file(claim(file.getKey()));
                }
            }
            if (application.complete()) {
                found.absent().forEach(path -> builder.file(claim(path)));
            }
        }
        return builder.dependencies(dependencies).build();
    }

    /** What is true of the application as a whole. */
    private void main(SoftwarePackage.Builder builder, List<String> dependencies) {
        RuntimeConfiguration configuration = application.configuration();
        if (configuration != null) {
            for (Framework framework : configuration.frameworks()) {
                dependencies.add(
                        framework.version() == null ? framework.name() : framework.name() + " " + framework.version());
                ImagePath shared = SharedFrameworks.find(framework, scan.tree());
                if (shared != null) {
                    builder.resolved(shared, null);
                }
            }
            builder.extra("dotnet.roll-forward", configuration.rollForward());
        }
        builder.extra("dotnet.framework", application.framework());
        application.facts().forEach(builder::extra);
        if (scan.wantsFiles()) {
            application.files().forEach(builder::file);
        }
    }

    private PackageFile claim(ImagePath path) {
        return PackageFile.at(path, "dotnet.deps")
                .note("by name: the list of dependencies has no checksums of files")
                .source(application.foundAt())
                .build();
    }
}
