package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ManifestReader;
import dev.jonah.appdb.java.format.ModuleInfoReader;
import dev.jonah.appdb.java.format.PomPropertiesReader;
import dev.jonah.appdb.java.format.PomReader;
import dev.jonah.appdb.java.signature.ArchiveSignature;
import dev.jonah.appdb.java.signature.SignatureCheck;
import dev.jonah.appdb.java.signature.SignatureNames;
import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over the directory of one archive: collects what stands in it, and has the archives in it read. */
final class ArchivePass {
    private static final int LARGEST_TEXT = 1 << 20;
    private static final int NAMES = 100_000;
    private static final int SIGNATURES = 64;

    private final ArchiveReader reader;
    private final ImagePath file;
    private final Budget budget;
    private final Diagnostics diagnostics;
    private final ZipArchive archive;
    private final ArchiveFacts facts;
    private final int depth;
    private final Set<String> seen = new HashSet<>();
    private final List<ZipEntryHead> signatures = new ArrayList<>();
    private @Nullable ZipEntryHead manifest;
    private boolean signed;

    ArchivePass(ArchiveReader reader, ZipArchive archive, ArchiveFacts facts, int depth) {
        this.reader = reader;
        this.file = reader.file;
        this.budget = reader.budget;
        this.diagnostics = reader.diagnostics;
        this.archive = archive;
        this.facts = facts;
        this.depth = depth;
    }

    void run() throws IOException {
        ZipCursor cursor = archive.entries();
        for (ZipEntryHead entry; (entry = cursor.next()) != null; ) {
            if (!budget.takeEntry()) {
                reader.limit(
                        facts.path + " has too many entries; those after the first " + facts.entries + " are unread");
                return;
            }
            facts.entries++;
            entry(entry);
        }
        if (cursor.isMiscounted()) {
            diagnostics.warning(
                    "java.archive",
                    file,
                    facts.path + " has " + cursor.count() + " entries, its end record tells of another number");
        }
        if (signed) {
            ArchiveSignature checked = new SignatureCheck(archive, budget::takeBytes).run(manifest, signatures);
            facts.signature = checked;
            SignatureFacts.report(checked, facts.path, file, diagnostics);
        }
    }

    private void entry(ZipEntryHead entry) throws IOException {
        String name = entry.name().latin1();
        if (entry.escapes()) {
            diagnostics.warning(
                    "java.entry-name", file, facts.path + " has an entry that leads out of it: " + entry.name());
        }
        if (entry.isDirectory()) {
            return;
        }
        if (name.startsWith("BOOT-INF/") || name.startsWith("WEB-INF/")) {
            facts.application = true;
        }
        if (name.endsWith("module-info.class") && isDescriptor(name)) {
            read(entry, name, false);
            return;
        }
        if (name.endsWith(".class")) {
            if (!name.startsWith("META-INF/") && !name.startsWith("BOOT-INF/") && !name.startsWith("WEB-INF/")) {
                facts.sawClass(name.startsWith("classes/") ? name.substring(8) : name);
            }
            return;
        }
        if (SignatureNames.isOne(name) && signatures.size() < SIGNATURES) {
            signatures.add(entry);
            signed |= SignatureNames.isFile(name);
        }
        boolean nested = ArchiveKinds.isOne(name);
        if (isMetadata(name) || nested) {
            read(entry, name, nested);
        }
    }

    private void read(ZipEntryHead entry, String name, boolean nested) throws IOException {
        String shown = facts.inside(entry.name().toString());
        if (seen.size() < NAMES && !seen.add(name)) {
            diagnostics.warning("java.entry-twice", file, shown + " is there more than once; Java takes the last");
        }
        if (!nested && !budget.takeText(entry.size())) {
            reader.limit(shown + " is unread: there is too much of its kind in " + file);
            return;
        }
        try {
            if (archive.isNamedTwice(entry)) {
                diagnostics.warning("java.entry-damaged", file, shown + " has another name in its own header");
            }
            if (nested) {
                new NestedArchive(reader, archive, entry, shown).read(depth + 1);
            } else {
                text(entry, name, shown);
            }
        } catch (DamagedZipException e) {
            diagnostics.warning("java.entry-damaged", file, shown + " cannot be read: " + e.getMessage());
        }
    }

    /** That of the archive itself, of any Java; those of applications are kept elsewhere. */
    private boolean isDescriptor(String name) {
        return name.equals("module-info.class")
                || name.equals("classes/module-info.class")
                || name.startsWith("META-INF/versions/")
                        && name.indexOf('/', 18) == name.length() - "/module-info.class".length();
    }

    private boolean isMetadata(String name) {
        if (!name.regionMatches(true, 0, "META-INF/", 0, 9)) {
            return false;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (name.startsWith("META-INF/sbom/")) {
            facts.sbom = true;
        }
        return Sboms.isOne(name)
                || upper.equals("META-INF/MANIFEST.MF")
                || name.startsWith("META-INF/maven/")
                        && (name.endsWith("/pom.properties") || name.endsWith("/pom.xml"));
    }

    private void descriptor(byte[] bytes, String name, String shown) {
        try {
            if (name.startsWith("META-INF/")) {
                facts.laterDescriptor = ModuleInfoReader.read(bytes);
            } else {
                facts.ownDescriptor = ModuleInfoReader.read(bytes);
            }
        } catch (IOException e) {
            diagnostics.warning("java.module-info", file, shown + " cannot be read: " + e.getMessage());
        }
    }

    private void text(ZipEntryHead entry, String name, String shown) throws IOException {
        byte[] bytes;
        try (ZipEntryStream in = archive.open(entry)) {
            bytes = in.readNBytes(LARGEST_TEXT);
            if (in.damage() != null) {
                diagnostics.warning("java.entry-damaged", file, shown + " is damaged: " + in.damage());
            }
        }
        if (name.endsWith(".class")) {
            descriptor(bytes, name, shown);
            return;
        }
        if (Sboms.isOne(name)) {
            facts.billed = Sboms.main(bytes, budget.limits());
            return;
        }
        if (!name.startsWith("META-INF/maven/")) {
            facts.manifest = ManifestReader.read(bytes);
            manifest = entry;
            return;
        }
        MavenFiles files = facts.maven(name.substring(0, name.lastIndexOf('/')));
        if (name.endsWith("/pom.properties")) {
            files.properties = PomPropertiesReader.read(bytes);
            return;
        }
        try {
            files.pom = PomReader.read(bytes);
        } catch (IOException e) {
            diagnostics.warning("java.pom", file, shown + " cannot be read: " + e.getMessage());
        }
    }
}
