package dev.jonah.appdb.java.nativeimage;

import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The packages of one program, of what CycloneDX calls components (CycloneDX 1.5, JSON). */
final class NativeImagePackages {
    private final ImagePath program;
    private final @Nullable String compiler;
    private final Diagnostics diagnostics;

    NativeImagePackages(ImagePath program, @Nullable String compiler, Diagnostics diagnostics) {
        this.program = program;
        this.compiler = compiler;
        this.diagnostics = diagnostics;
    }

    void give(JsonObject document, Consumer<SoftwarePackage> out) {
        List<SoftwarePackage> libraries = new ArrayList<>();
        for (JsonObject component : document.objects("components")) {
            SoftwarePackage.Builder library = start(component);
            if (library != null) {
                libraries.add(library.build());
            }
        }
        JsonObject application = document.object("metadata").object("component");
        SoftwarePackage.Builder main = application.text("name") == null ? null : start(application);
        if (main != null) {
            libraries.forEach(library -> main.resolved(program, library.purl()));
            out.accept(main.file(PackageFile.at(program, "java.native-image")
                            .note("its own bill of materials calls it " + application.text("name"))
                            .source(program)
                            // Nothing else names it, so that it may have been added, as what lies in a directory may.
                            .byDirectory()
                            .build())
                    .build());
        }
        libraries.forEach(out);
    }

    private SoftwarePackage.@Nullable Builder start(JsonObject component) {
        try {
            return SoftwarePackage.of(purl(component), Kind.APPLICATION, program)
                    .description(component.text("description"))
                    .maintainer(component.text("publisher"))
                    .licenses(licenses(component))
                    .extra("java.path", program.toString())
                    .extra("java.native-image", compiler)
                    .extra("java.confidence", "likely")
                    .extra("java.identity-from", "bill of materials in the program");
        } catch (IllegalArgumentException e) {
            diagnostics.warning(
                    "java.coordinates",
                    program,
                    "the bill of materials in " + program + " names a package that cannot be: " + e.getMessage());
            return null;
        }
    }

    private static Purl purl(JsonObject component) {
        String purl = component.text("purl");
        if (purl != null) {
            return Purl.parse(purl);
        }
        String name = component.text("name");
        String group = component.text("group");
        return Purl.of(group == null || group.isEmpty() ? "generic" : "maven", name == null ? "" : name)
                .namespace(group)
                .version(component.text("version"))
                .build();
    }

    private static List<String> licenses(JsonObject component) {
        List<String> found = new ArrayList<>();
        for (JsonObject choice : component.objects("licenses")) {
            JsonObject license = choice.object("license");
            for (String text : new String[] {choice.text("expression"), license.text("id"), license.text("name")}) {
                if (text != null) {
                    found.add(text);
                    break;
                }
            }
        }
        return found;
    }
}
