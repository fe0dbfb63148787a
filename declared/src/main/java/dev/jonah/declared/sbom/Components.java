package dev.jonah.declared.sbom;

import dev.jonah.declared.sbom.format.Bom;
import dev.jonah.declared.sbom.format.Component;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The packages of one bill of materials. */
final class Components {
    /** The image or system as a whole, and files: none of them is a package. */
    private static final Set<String> NO_PACKAGES = Set.of("operating-system", "container", "file", "device");

    private final Bom bom;
    private final ImagePath file;
    private final @Nullable String entry;
    private final PackageScan scan;
    private final Map<String, Component> byReference = new HashMap<>();
    private int passedOver;

    /**
     * The packages of a document.
     *
     * @param file that it is, or that holds it
     * @param entry of the archive that {@code file} is, or null
     */
    Components(Bom bom, ImagePath file, @Nullable String entry, PackageScan scan) {
        this.bom = bom;
        this.file = file;
        this.entry = entry;
        this.scan = scan;
        for (Component component : bom.components()) {
            if (component.reference() != null) {
                byReference.putIfAbsent(component.reference(), component);
            }
        }
    }

    void forEach(Consumer<SoftwarePackage> out) {
        // A library that lies in several places is often there several times, with nothing that tells them apart.
        Set<SoftwarePackage> told = new HashSet<>();
        for (Component component : bom.components()) {
            Purl purl = purl(component);
            if (purl == null) {
                passedOver++;
                continue;
            }
            SoftwarePackage found = describe(purl, component);
            if (told.add(found)) {
                out.accept(found);
            }
        }
        if (passedOver > 0) {
            String message = passedOver + " of " + bom.components().size() + " components in " + file
                    + " are no packages: files, images, systems, or things without version and package URL";
            scan.diagnostics().info("sbom.no-package", file, message);
        }
    }

    /** Its own package URL; else a generic one of name and version; null for what is no package. */
    private @Nullable Purl purl(Component component) {
        String type = component.type();
        if (type != null && NO_PACKAGES.contains(type)) {
            return null;
        }
        for (String text : component.purls()) {
            try {
                Purl purl = Purl.parse(text);
                // An image or its layer, as apko and others put it first.
                return purl.type().equals("oci") || purl.type().equals("docker") ? null : purl;
            } catch (IllegalArgumentException e) {
                scan.diagnostics().warning("sbom.purl", file, "in " + file + ": " + e.getMessage());
            }
        }
        String name = component.name();
        if (name == null || name.isBlank() || component.version() == null) {
            return null;
        }
        return Purl.of("generic", name)
                .namespace(component.group())
                .version(component.version())
                .build();
    }

    private SoftwarePackage describe(Purl purl, Component component) {
        String version = bom.version() == null ? "" : " " + bom.version();
        String name = component.name();
        boolean sameName = name == null || name.equals(purl.name());
        List<String> purls = component.purls();
        return SoftwarePackage.of(purl, Kind.DECLARED, file)
                .licenses(component.licenses())
                .description(component.description())
                .homepage(component.homepage())
                .maintainer(component.supplier() == null ? component.author() : component.supplier())
                .dependencies(dependencies(component))
                .extra("declared.integrity", String.join(" ", component.hashes()))
                .extra("declared.resolved", component.download())
                .extra("declared.scope", component.scope())
                .extra("sbom.format", bom.format() + version)
                .extra("sbom.entry", entry)
                .extra("sbom.name", bom.name())
                .extra("sbom.created", bom.created())
                .extra("sbom.tool", String.join(", ", bom.tools()))
                .extra("sbom.author", String.join(", ", bom.authors()))
                .extra("sbom.component", sameName ? null : name)
                .extra("sbom.type", component.type())
                .extra("sbom.root", isRoot(component) ? "true" : null)
                .extra("sbom.part-of", parent(component))
                .extra("sbom.concluded-license", String.join(" AND ", component.concludedLicenses()))
                .extra("sbom.cpe", String.join(" ", component.cpes()))
                .extra("sbom.purls", purls.size() < 2 && purl.toString().equals(first(purls)) ? null : join(purls))
                .build();
    }

    private static @Nullable String first(List<String> list) {
        return list.isEmpty() ? null : list.get(0);
    }

    private static String join(List<String> list) {
        return String.join(" ", list);
    }

    private boolean isRoot(Component component) {
        return component.reference() != null && bom.roots().contains(component.reference());
    }

    private @Nullable String parent(Component component) {
        Component parent = component.parent() == null ? null : byReference.get(component.parent());
        return parent == null ? null : label(parent);
    }

    private List<String> dependencies(Component component) {
        List<String> dependencies = new ArrayList<>();
        String reference = component.reference();
        for (String needed :
                reference == null ? List.<String>of() : bom.dependencies().getOrDefault(reference, List.of())) {
            Component other = byReference.get(needed);
            dependencies.add(other == null ? needed : label(other));
        }
        return dependencies;
    }

    private static String label(Component component) {
        String purl = first(component.purls());
        String name = component.name() == null ? "" : component.name();
        return purl != null ? purl : component.version() == null ? name : name + " " + component.version();
    }
}
